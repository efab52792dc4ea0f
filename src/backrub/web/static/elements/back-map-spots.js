/**
 * A person's own spots on <back-map>: drawn with a finger (tap for a small one, drag for its size), moved and sized by keys,
 * named by kind and place.
 */
import { placeAt } from "../lib/places.js";
import { nameOf } from "./back-map-words.js";

/** @typedef {import("./back-map.js").BackMap} BackMap */
/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {{x_mm: number, y_mm: number, radius_mm: number}} Drawn */

/** A tap marks this much; the smallest and largest that a drag or the keys make. */
export const TAP_MM = 20;
const LEAST_MM = 8;
const MOST_MM = 90;
const STEP_MM = 5;
/** How far from a place a spot may lie and still be named by it. */
const NEAR_MM = 400;

/** @type {Record<string, readonly [dx: number, dy: number]>} on screen */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The spot a finger draws: round where it came down, as wide as it went. @param {Point} from mm @param {Point} to mm @returns {Drawn} */
export function drawnBetween(from, to) {
  const radius = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return { x_mm: Math.round(from[0]), y_mm: Math.round(from[1]), radius_mm: within(Math.round(radius)) };
}

/** @param {number} radius_mm */
const within = (radius_mm) => Math.min(MOST_MM, Math.max(LEAST_MM, radius_mm));

/** Which spot lies under a finger; the last drawn lies on top. @param {BackMap} map @param {Point} point mm @param {number} reach mm */
export function spotAt(map, [x, y], reach) {
  return (map.wishes.marks ?? []).findLastIndex((mark) => Math.hypot(mark.x_mm - x, mark.y_mm - y) <= Math.max(mark.radius_mm, reach));
}

/** @param {BackMap} map @param {Drawn} drawn */
export function tellSpot(map, drawn) {
  map.tell("spot-mark", { ...drawn, side: drawn.x_mm < 0 ? "left" : "right" });
}

/** "a mole, round the left blade, 4 cm" @param {BackMap} map @param {{x_mm: number, y_mm: number, radius_mm: number, kind: string}} mark */
export function spotName(map, { x_mm, y_mm, radius_mm, kind }) {
  const place = placeAt(map.places, [x_mm, y_mm], NEAR_MM);
  return [map.labels.marks?.[kind] ?? kind, place && nameOf(map, place.area, place.side), sized(map, radius_mm)].filter(Boolean).join(", ");
}

/** How wide it is, in the page's words. @param {BackMap} map @param {number} radius_mm */
function sized(map, radius_mm) {
  const cm = Math.round(radius_mm / 5);
  return map.labels.across ? map.labels.across(cm) : `${cm} cm`;
}

/** Keys on a spot: arrows move it as the screen shows it, plus and minus size it, Delete takes it away.
 * @param {BackMap} map @param {KeyboardEvent} event @param {number} index */
export function spotKey(map, event, index) {
  const mark = map.wishes.marks?.[index];
  if (!mark) return;
  const arrow = ARROWS[event.key];
  const grows = event.key === "+" || event.key === "=" ? STEP_MM : event.key === "-" ? -STEP_MM : 0;
  if (event.key === "Delete" || event.key === "Backspace" || event.key === "Enter" || event.key === " ") map.tell("spot-remove", { index });
  else if (arrow) {
    const turn = (-map.view.turn_deg * Math.PI) / 180;
    const [dx, dy] = [arrow[0] * STEP_MM, arrow[1] * STEP_MM];
    const x_mm = Math.round(mark.x_mm + dx * Math.cos(turn) - dy * Math.sin(turn));
    const y_mm = Math.round(mark.y_mm + dx * Math.sin(turn) + dy * Math.cos(turn));
    map.tell("spot-change", { index, x_mm, y_mm, radius_mm: mark.radius_mm });
  } else if (grows) map.tell("spot-change", { index, x_mm: mark.x_mm, y_mm: mark.y_mm, radius_mm: within(mark.radius_mm + grows) });
  else return;
  event.preventDefault();
}
