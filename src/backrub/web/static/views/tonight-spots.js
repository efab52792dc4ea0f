// A spot of their own to leave alone: what it is, then a finger on the back; below, each one set and a way to take it away.

import { spotName } from "../elements/back-map-spots.js";
import { html, nothing } from "../vendor/lit.js";
import { oneOf } from "./choices.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Mark} from "../types/pages.d.ts" */
/** @import {BackMap} from "../elements/back-map.js" */

const KINDS = ["not-there", "mole", "bruise", "scar", "sunburn", "patch"];

/** @param {TonightView} view */
export function spotsPart(view) {
  const { marks } = view.evening.wishes;
  return html`<section class="spots" data-open=${view.spot !== ""}>
    ${view.spot ? chooser(view) : html`<button type="button" class="button pill" data-spots="open" @click=${() => open(view)}>${view.say("spots-add")}</button>`}
    ${marks.length ? html`<ul role="list">${marks.map((mark, index) => setSpot(view, mark, index))}</ul>` : nothing}
  </section>`;
}

/** @param {TonightView} view */
function chooser(view) {
  const { spot } = view;
  return html`${oneOf({
      name: "spot",
      legend: view.say("spots-add"),
      value: spot,
      options: KINDS.map((id) => ({ id, label: view.say(`mark-${id}`) })),
      onChoose: (id) => {
        view.spot = id;
        mapOf(view)?.scrollIntoView({ block: "nearest" });
      },
      wrap: true,
    })}
    <p class="label">${view.say("spots-how")}</p>
    <button type="button" class="button" data-spots="done" @click=${() => close(view)}>${view.say("spots-done")}</button>`;
}

/** @param {TonightView} view @param {Mark} mark @param {number} index */
function setSpot(view, mark, index) {
  const name = nameOf(view, mark);
  return html`<li>
    <span>${name}</span>
    <button type="button" class="button quiet" data-remove=${index} aria-label=${view.say("spots-remove", { spot: name })} @click=${() => view.unmark(index)}>
      ${view.say("spots-remove-short")}
    </button>
  </li>`;
}

/** What a spot is called: kind, place, size. @param {TonightView} view @param {Mark} mark */
export function nameOf(view, mark) {
  const map = mapOf(view);
  return map ? spotName(map, mark) : view.say(`mark-${mark.kind}`);
}

/** @param {TonightView} view @returns {BackMap | null} */
const mapOf = (view) => view.querySelector("back-map");

/** @param {TonightView} view */
function open(view) {
  view.spot = KINDS[0] ?? "";
  mapOf(view)?.scrollIntoView({ block: "nearest" });
}

/** @param {TonightView} view */
function close(view) {
  view.spot = "";
}
