/** The buttons of <back-map>: the places people see, and their own spots, each shaped like what it is and named. */
import { smoothPathOf } from "../lib/geometry.js";
import { html, nothing, svg } from "../vendor/lit.js";
import { spotKey, spotName } from "./back-map-spots.js";
import { nameOf, stateWord } from "./back-map-words.js";

/** @typedef {import("./back-map.js").BackMap} BackMap */

const LEAST_PX = 16;

/** A real list of toggle buttons. @param {BackMap} map */
export function targets(map) {
  return html`<svg class="layer targets" role="group" aria-label=${map.labels.map ?? nothing}>
    <g class="frame">${map.places.map((place, index) => placeTarget(map, place, index))} ${(map.wishes.marks ?? []).map((_, index) => spotTarget(map, index))}</g>
  </svg>`;
}

/** @param {BackMap} map @param {import("../lib/places.js").Place} place @param {number} index */
function placeTarget(map, place, index) {
  const key = `${place.area}:${place.side}`;
  const state = stateWord(map, key);
  return svg`<path
    role="button"
    tabindex=${index === map.focused ? 0 : -1}
    aria-pressed=${state ? "true" : "false"}
    aria-label=${[nameOf(map, place.area, place.side), state].filter(Boolean).join(", ")}
    class=${key === map.hovered ? "under" : ""}
    data-place=${key}
    ?data-set=${Boolean(state)}
    d=${smoothPathOf(place.ring)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => map.chooser.key(event, index)}
    @click=${(/** @type {MouseEvent} */ event) => event.detail === 0 && map.chooser.choose(place)}
    @focus=${() => map.focusOn(index, key)}
    @blur=${() => map.pointAt(undefined)}
  ></path>`;
}

/** @param {BackMap} map @param {number} index */
function spotTarget(map, index) {
  const mark = map.wishes.marks?.[index];
  if (!mark) return nothing;
  return svg`<circle
    role="button"
    tabindex="0"
    class="spot-target"
    aria-label=${spotName(map, mark)}
    data-spot=${index}
    cx=${mark.x_mm}
    cy=${mark.y_mm}
    r=${Math.max(mark.radius_mm, LEAST_PX / map.view.scale)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => spotKey(map, event, index)}
    @click=${(/** @type {MouseEvent} */ event) => event.detail === 0 && map.tell("spot-remove", { index })}
  ></circle>`;
}
