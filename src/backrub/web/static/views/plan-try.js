// What if: sliders that are solved while they move, for minutes, pressure, the voice, and how tight each place is.

import { LAST, minutesAfterKey, minutesAt, positionOf } from "../lib/minutes.js";
import { placeName } from "../lib/map-labels.js";
import { PRESSURES, TALKS, pressureOf, talkOf, tensionRows, withPressure, withTalk, withTension } from "../lib/what-if.js";
import { html, styleMap } from "../vendor/lit.js";
import { numberPart } from "./plan-change.js";

/** @import {PlanView} from "./plan.js" */
/** @import {Wishes} from "../types/pages.d.ts" */

/** @param {PlanView} view */
export function tryPart(view) {
  const { wishes } = view.desk;
  return html`<details class="what-if">
    <summary>${view.say("what-if")}</summary>
    <p class="soft">${view.say("what-if-how")}</p>
    <div class="sliders">
      ${minutes(view, wishes)}
      ${steps(view, {
        label: view.say("what-if-pressure"),
        words: PRESSURES.map((one) => view.say(`firmness-${one}`)),
        at: pressureOf(wishes),
        to: (at) => withPressure(wishes, at),
      })}
      ${steps(view, {
        label: view.say("more-talk"),
        words: TALKS.map((one) => view.say(`talk-${one}`)),
        at: talkOf(wishes),
        to: (at) => withTalk(wishes, at),
      })}
    </div>
    <h3 class="label">${view.say("tonight-where")}</h3>
    <div class="sliders">
      ${tensionRows(wishes).map(({ area, side, level }) =>
        steps(view, {
          label: placeName(view.evening.say, area, side),
          words: [0, 1, 2, 3].map((one) => view.say(`level-${one}`)),
          at: level,
          to: (at) => withTension(wishes, area, side, at),
        }),
      )}
    </div>
    ${numberPart(view)}
  </details>`;
}

/**
 * @param {PlanView} view
 * @param {Wishes} wishes
 */
function minutes(view, wishes) {
  const at = positionOf(wishes.minutes);
  const label = view.say(view.evening.both ? "what-if-together" : "tonight-minutes-label");
  const value = view.say("tonight-minutes-value", { minutes: wishes.minutes });
  const turn = (/** @type {number} */ to) => void view.tryOut(() => view.desk.try({ ...wishes, minutes: to }));
  return html`<label class="turn"
    ><span>${label}</span><span class="value" aria-hidden="true">${value}</span
    ><input
      class="slider"
      type="range"
      min="0"
      max=${LAST}
      step="1"
      .value=${String(at)}
      style=${styleMap({ "--at": at / LAST })}
      aria-label=${label}
      aria-valuetext=${value}
      @input=${(/** @type {Event} */ event) => turn(minutesAt(Number(/** @type {HTMLInputElement} */ (event.target).value)))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        const to = minutesAfterKey(event.key, wishes.minutes, getComputedStyle(view).direction === "rtl");
        if (to === null) return;
        event.preventDefault();
        turn(to);
      }}
  /></label>`;
}

/**
 * A slider of a few steps, each with its word.
 *
 * @param {PlanView} view
 * @param {{label: string, words: string[], at: number, to: (at: number) => Wishes}} slider
 */
function steps(view, { label, words, at, to }) {
  const most = words.length - 1;
  return html`<label class="turn"
    ><span>${label}</span><span class="value" aria-hidden="true">${words[at]}</span
    ><input
      class="slider"
      type="range"
      min="0"
      max=${most}
      step="1"
      .value=${String(at)}
      style=${styleMap({ "--at": at / most })}
      aria-label=${label}
      aria-valuetext=${words[at] ?? ""}
      @input=${(/** @type {Event} */ event) => void view.tryOut(() => view.desk.try(to(Number(/** @type {HTMLInputElement} */ (event.target).value))))}
  /></label>`;
}
