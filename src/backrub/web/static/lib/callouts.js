/**
 * Finds room for the words beside the back: near what they name, off the body, off each other.
 *
 * Conventions: px in the element's box.
 *
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {{id: string, width: number, height: number, anchors: Point[], late?: boolean}} Wanted anchors: points of the named thing's edge; late: takes what room is left, on the body if it must
 * @typedef {Rect & {id: string, anchor: Point, from: Point, atLeft: boolean}} Placed from: where the leader leaves the words
 */
import { isInside } from "./geometry.js";

const MARGIN = 9;
const STEP = 8;
const GAP = 6;
/** A shorter leader looks like a slip of the pen. */
const SHORTEST = 26;
/** A longer one says less than none; so does one that comes from the other side of the back. */
const LONGEST = 170;
const MIDDLE_SHARE = 0.06;
/** Words may touch the back's edge, not lie on it. */
const MOST_COVERING = 0.3;

/** @param {Rect} a @param {Rect} b */
const overlaps = (a, b) =>
  a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP;

/** How much of a box lies on the body, by a grid of points. @param {Rect} rect @param {readonly Point[]} body */
function onBody(rect, body) {
  let hits = 0;
  for (let row = 0; row <= 2; row += 1) {
    for (let column = 0; column <= 4; column += 1) {
      if (isInside(body, rect.x + (rect.width * column) / 4, rect.y + (rect.height * row) / 2)) hits += 1;
    }
  }
  return hits / 15;
}

/** Whether two leaders cross. @param {{from: Point, anchor: Point}} a @param {{from: Point, anchor: Point}} b */
function cross(a, b) {
  const side = (/** @type {Point} */ p, /** @type {Point} */ q, /** @type {Point} */ r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a.from, a.anchor, b.from) !== side(a.from, a.anchor, b.anchor) && side(b.from, b.anchor, a.from) !== side(b.from, b.anchor, a.anchor);
}

/** How far in from the page's edge words may begin: finely near it, coarsely beyond. @param {number} most px */
function insetsIn(most) {
  const coarse = Array.from({ length: Math.max(0, Math.floor((most - 148) / 40)) }, (_, index) => 188 + index * 40);
  return [0, 24, 56, 96, 148, ...coarse];
}

/** The best place for one. @param {Wanted} wanted @param {readonly Point[]} body @param {{width: number, height: number}} room
 * @param {Rect[]} taken @param {Placed[]} placed @returns {Placed | undefined} */
function bestPlace(wanted, body, room, taken, placed) {
  /** @type {Placed | undefined} */
  let best;
  let least = Infinity;
  const insets = insetsIn(room.width / 2 - wanted.width);
  for (const atLeft of [true, false]) {
    for (let y = MARGIN; y + wanted.height <= room.height - MARGIN; y += STEP) {
      for (const inset of insets) {
        const x = atLeft ? MARGIN + inset : room.width - MARGIN - inset - wanted.width;
        const rect = { x, y, width: wanted.width, height: wanted.height };
        if (x < 0 || x + wanted.width > room.width || taken.some((other) => overlaps(rect, other))) continue;
        const from = /** @type {Point} */ ([atLeft ? x + wanted.width : x, y + wanted.height / 2]);
        const anchor = nearest(wanted.anchors, from);
        const length = Math.hypot(anchor[0] - from[0], 1.5 * (anchor[1] - from[1]));
        const covering = onBody(rect, body);
        const cost = length + 5 * Math.max(0, SHORTEST - length) + 2600 * covering + crossing(anchor, from, atLeft) + (atLeft === anchor[0] < room.width / 2 ? 0 : 0.16 * room.width);
        const aside = anchor[0] - room.width / 2;
        const across = Math.abs(aside) > MIDDLE_SHARE * room.width && atLeft !== aside < 0;
        const fits = wanted.late === true || (length < LONGEST && covering < MOST_COVERING && !across && !placed.some((other) => cross({ from, anchor }, other)));
        if (cost < least && fits) [least, best] = [cost, { ...rect, id: wanted.id, anchor, from, atLeft }];
      }
    }
  }
  return best;
}

/** A leader must not run back over its own words. @param {Point} anchor @param {Point} from @param {boolean} atLeft */
const crossing = (anchor, from, atLeft) => (atLeft === anchor[0] > from[0] ? 0 : 400);

/** @param {readonly Point[]} points @param {Point} to @returns {Point} */
function nearest(points, to) {
  const far = (/** @type {Point} */ point) => Math.hypot(point[0] - to[0], point[1] - to[1]);
  return points.reduce((best, point) => (far(point) < far(best) ? point : best), points[0] ?? to);
}

/** Places for all, from the top down; what finds no room is left out, for whoever asks to list it elsewhere.
 * @param {Wanted[]} wanted @param {readonly Point[]} body outline @param {{width: number, height: number}} room
 * @param {Rect[]} [reserved] @returns {Placed[]} */
export function placeCallouts(wanted, body, room, reserved = []) {
  const taken = [...reserved];
  /** @type {Placed[]} */
  const placed = [];
  const top = (/** @type {Wanted} */ one) => Math.min(...one.anchors.map((point) => point[1]));
  for (const one of [...wanted].sort((a, b) => Number(a.late ?? false) - Number(b.late ?? false) || top(a) - top(b))) {
    const found = bestPlace(one, body, room, taken, placed);
    if (!found) continue;
    taken.push(found);
    placed.push(found);
  }
  return placed;
}

/** The leader as a soft curve that leaves the words level. @param {Placed} placed */
export function leader({ from, anchor, atLeft }) {
  const start = from[0] + (atLeft ? 5 : -5);
  const bend = start + (anchor[0] - start) * 0.55;
  const n = (/** @type {number} */ value) => value.toFixed(1);
  return `M${n(start)} ${n(from[1])}Q${n(bend)} ${n(from[1])} ${n(anchor[0])} ${n(anchor[1])}`;
}
