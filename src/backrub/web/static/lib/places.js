/** The seven places people see, each on two sides: which is under a finger, and which lies next to which. */
import { boundsOf, isInside, toSegment } from "./geometry.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {"left" | "right"} Side the receiver's */
/** @typedef {Record<string, {left: Point[], right: Point[]}>} Areas */
/** @typedef {{area: string, side: Side, ring: Point[]}} Place */

/** From the neck down. */
export const PLACES = ["shoulders", "between-blades", "blades", "gutters-upper", "sides", "gutters-lower", "waist"];

/** @param {Areas | undefined} areas @returns {Place[]} left and right of each, from the neck down */
export function placesOf(areas) {
  return PLACES.flatMap((area) => {
    const both = areas?.[area];
    return both ? [/** @type {Place} */ ({ area, side: "left", ring: both.left }), { area, side: "right", ring: both.right }] : [];
  });
}

/** @param {readonly Point[]} ring */
function size(ring) {
  const box = boundsOf(ring);
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}

/** The place under a finger: the smallest that holds the point, else the nearest within reach.
 * @param {Place[]} places @param {Point} point mm @param {number} reach mm @returns {Place | undefined} */
export function placeAt(places, [x, y], reach) {
  const under = places.filter(({ ring }) => isInside(ring, x, y));
  if (under.length) return under.reduce((best, place) => (size(place.ring) < size(best.ring) ? place : best));
  /** @type {Place | undefined} */
  let nearest;
  let least = reach;
  for (const place of places) {
    place.ring.forEach((point, index) => {
      const before = /** @type {Point} */ (place.ring[(index + place.ring.length - 1) % place.ring.length]);
      const distance = toSegment(x, y, before, point)[0];
      if (distance < least) [least, nearest] = [distance, place];
    });
  }
  return nearest;
}

/** Where the arrow keys lead from one place: across the spine, or to the next place on the same side.
 * @param {Place[]} places @param {number} from index @param {string} key @returns {number} index */
export function neighbour(places, from, key) {
  const place = places[from];
  if (!place) return 0;
  if (key === "Home") return 0;
  if (key === "End") return places.length - 1;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const side = key === "ArrowLeft" ? "left" : "right";
    return places.findIndex((other) => other.area === place.area && other.side === side);
  }
  const step = key === "ArrowDown" ? 2 : key === "ArrowUp" ? -2 : 0;
  const to = from + step;
  return to >= 0 && to < places.length ? to : from;
}
