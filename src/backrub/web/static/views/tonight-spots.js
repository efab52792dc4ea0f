// Spots on the back, beside the back: a tender one to be held, or one of their own to be left alone. First what it is, then
// a finger on the back; below, each one set and a way to take it away.

import { spotName } from "../elements/back-map-spots.js";
import { placeName } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { oneOf } from "./choices.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Mark} from "../types/pages.d.ts" */
/** @import {BackMap} from "../elements/back-map.js" */

/** What a spot may be; all but the first are left alone. */
export const TENDER = "tender";
const KINDS = [TENDER, "not-there", "mole", "bruise", "scar", "sunburn", "patch"];

/** The way in, on a corner of the drawing. @param {TonightView} view */
export function spotsOpen(view) {
  if (view.spot) return nothing;
  return html`<button type="button" class="button pill spots-open" data-spots="open" @click=${() => open(view)}>${view.say("spots-add")}</button>`;
}

/** @param {TonightView} view */
export function spotsPart(view) {
  const { marks, tender } = view.evening.wishes;
  if (!view.spot && marks.length + tender.length === 0) return nothing;
  return html`<section class="spots" data-open=${view.spot !== ""} aria-label=${view.say("spots-add")}>
    ${view.spot ? chooser(view) : nothing}
    ${marks.length + tender.length > 0
      ? html`<ul role="list">
          ${tender.map((one, index) => row(view, `tender-${index}`, tenderName(view, one), () => view.tender(one)))}
          ${marks.map((mark, index) => row(view, String(index), nameOf(view, mark), () => view.unmark(index)))}
        </ul>`
      : nothing}
  </section>`;
}

/** @param {TonightView} view */
function chooser(view) {
  const { spot } = view;
  return html`${oneOf({
      name: "spot",
      legend: view.say("spots-what"),
      value: spot,
      options: KINDS.map((id) => ({ id, label: view.say(`mark-${id}`) })),
      onChoose: (id) => {
        view.spot = id;
      },
      wrap: true,
    })}
    <p class="label">${view.say(spot === TENDER ? "spots-how-tender" : "spots-how")}</p>
    <button type="button" class="button pill" data-spots="done" @click=${() => close(view)}>${view.say("spots-done")}</button>`;
}

/** @param {TonightView} view @param {string} id @param {string} name @param {() => void} remove */
function row(view, id, name, remove) {
  return html`<li>
    <span>${opened(name, view.evening.locale)}</span>
    <button type="button" class="button quiet" data-remove=${id} aria-label=${view.say("spots-remove", { spot: name })} @click=${remove}>
      ${view.say("spots-remove-short")}
    </button>
  </li>`;
}

/** @param {TonightView} view @param {{area: string, side: string}} spot */
export function tenderName(view, { area, side }) {
  return `${view.say("mark-tender")}, ${placeName(view.evening.say, area, side)}`;
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
  view.spot = TENDER;
  focusWithin(view, ".spots input:checked");
  void view.updateComplete.then(() => view.querySelector(".spots")?.scrollIntoView({ block: "nearest" }));
}

/** @param {TonightView} view */
function close(view) {
  view.spot = "";
  focusWithin(view, ".spots-open");
}

/** Whoever walks by keys goes on where they were. @param {TonightView} view @param {string} selector */
function focusWithin(view, selector) {
  void view.updateComplete.then(() => /** @type {HTMLElement | null} */ (view.querySelector(selector))?.focus({ preventScroll: true }));
}
