// What two people wish for, as the pages hold and change it; every function gives a new value.

/** @import {Level, Mark, Side, Tender, Wishes} from "../types/pages.d.ts" */

/**
 * What the drawn back shows of the wishes.
 *
 * @typedef {{tense: Record<string, Level>, tender: string[], avoid: string[], marks: Mark[]}} Marked
 */

/**
 * Names a place by area and side.
 *
 * @param {string} area
 * @param {string} side
 * @returns {string}
 */
export function placeKey(area, side) {
  return `${area}:${side}`;
}

/**
 * Takes the next answer for a tapped place: a little, quite, very, then nothing again. A place left alone becomes free.
 *
 * @param {Wishes} wishes
 * @param {string} area
 * @param {Side} side
 * @returns {Wishes}
 */
export function tapped(wishes, area, side) {
  if (isAvoided(wishes, area, side)) return held(wishes, area, side);
  const level = levelOf(wishes, area, side);
  const others = wishes.tense.filter((one) => one.area !== area || one.side !== side);
  if (level === 3) return { ...wishes, tense: others };
  return { ...wishes, tense: [...others, { area, side, level: /** @type {Level} */ (level + 1) }] };
}

/**
 * Leaves a place alone, or takes that back; a place left alone is not tense.
 *
 * @param {Wishes} wishes
 * @param {string} area
 * @param {Side} side
 * @returns {Wishes}
 */
export function held(wishes, area, side) {
  const others = wishes.avoid.filter((one) => one.area !== area || one.side !== side);
  if (others.length < wishes.avoid.length) return { ...wishes, avoid: others };
  const tense = wishes.tense.filter((one) => one.area !== area || one.side !== side);
  const tender = wishes.tender.filter((one) => one.area !== area || one.side !== side);
  return { ...wishes, tense, tender, avoid: [...others, { area, side }] };
}

/**
 * Says that there is a tender spot in a place, or takes that back; a place left alone becomes free.
 *
 * @param {Wishes} wishes
 * @param {Tender} spot
 * @returns {Wishes}
 */
export function tendered(wishes, { area, side }) {
  const others = wishes.tender.filter((one) => one.area !== area || one.side !== side);
  if (others.length < wishes.tender.length) return { ...wishes, tender: others };
  const avoid = wishes.avoid.filter((one) => one.area !== area || one.side !== side);
  return { ...wishes, avoid, tender: [...others, { area, side }] };
}

/**
 * @param {Wishes} wishes
 * @param {string} area
 * @param {string} side
 * @returns {boolean}
 */
export function isTender(wishes, area, side) {
  return wishes.tender.some((one) => one.area === area && one.side === side);
}

/**
 * Puts a person's own spot on the back, or takes away the one that is there.
 *
 * @param {Wishes} wishes
 * @param {number} x_mm
 * @param {number} y_mm
 * @param {string} kind
 * @param {number} radius_mm
 * @returns {Wishes}
 */
export function spotted(wishes, x_mm, y_mm, kind = "not-there", radius_mm = 20) {
  const others = wishes.marks.filter((one) => Math.hypot(one.x_mm - x_mm, one.y_mm - y_mm) > one.radius_mm);
  if (others.length < wishes.marks.length) return { ...wishes, marks: others };
  return { ...wishes, marks: [...others, { kind, x_mm: Math.round(x_mm), y_mm: Math.round(y_mm), radius_mm }] };
}

/**
 * Moves a spot of their own, or changes its size.
 *
 * @param {Wishes} wishes
 * @param {number} index
 * @param {{x_mm: number, y_mm: number, radius_mm: number}} at
 * @returns {Wishes}
 */
export function respotted(wishes, index, at) {
  return { ...wishes, marks: wishes.marks.map((mark, other) => (other === index ? { ...mark, ...at } : mark)) };
}

/**
 * Takes a spot of their own away.
 *
 * @param {Wishes} wishes
 * @param {number} index
 * @returns {Wishes}
 */
export function unspotted(wishes, index) {
  return { ...wishes, marks: wishes.marks.filter((_, other) => other !== index) };
}

/**
 * @param {Wishes} wishes
 * @param {string} area
 * @param {Side} side
 * @returns {0 | Level}
 */
export function levelOf(wishes, area, side) {
  return wishes.tense.find((one) => one.area === area && one.side === side)?.level ?? 0;
}

/**
 * @param {Wishes} wishes
 * @param {string} area
 * @param {Side} side
 * @returns {boolean}
 */
export function isAvoided(wishes, area, side) {
  return wishes.avoid.some((one) => one.area === area && one.side === side);
}

/**
 * Gives the wishes in the shape that the drawn back takes: one entry a side.
 *
 * @param {Wishes} wishes
 * @returns {Marked}
 */
export function marked(wishes) {
  /** @type {Record<string, Level>} */
  const tense = {};
  for (const one of wishes.tense) for (const side of sidesOf(one.side)) tense[placeKey(one.area, side)] = one.level;
  const avoid = wishes.avoid.flatMap((one) => sidesOf(one.side).map((side) => placeKey(one.area, side)));
  const tender = wishes.tender.map((one) => placeKey(one.area, one.side));
  return { tense, tender, avoid, marks: wishes.marks };
}

/**
 * @param {Side} side
 * @returns {("left" | "right")[]}
 */
function sidesOf(side) {
  return side === "both" ? ["left", "right"] : [side];
}

/** The changes that the plan offers, each from wishes to wishes. */
export const CHANGES = /** @type {const} */ (["shorter", "longer", "firmer", "lighter", "no-holds"]);

const LENGTHS = [3, 5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90];

/**
 * Gives the wishes after one of the plan's changes, or null when there is nothing more in that direction.
 *
 * @param {Wishes} wishes
 * @param {typeof CHANGES[number]} change
 * @returns {Wishes | null}
 */
export function changed(wishes, change) {
  const { minutes } = wishes;
  if (change === "shorter") return withMinutes(wishes, LENGTHS.findLast((length) => length < minutes));
  if (change === "longer") return withMinutes(wishes, LENGTHS.find((length) => length > minutes));
  if (change === "no-holds") return wishes.holds === false ? null : { ...wishes, holds: false };
  if (change === "firmer") return wishes.soft ? { ...wishes, soft: false } : wishes.firm ? null : { ...wishes, firm: true };
  if (wishes.firm || wishes.deep) return { ...wishes, firm: false, deep: false };
  return wishes.soft ? null : { ...wishes, soft: true };
}

/**
 * @param {Wishes} wishes
 * @param {number | undefined} minutes
 * @returns {Wishes | null}
 */
function withMinutes(wishes, minutes) {
  return minutes === undefined ? null : { ...wishes, minutes };
}
