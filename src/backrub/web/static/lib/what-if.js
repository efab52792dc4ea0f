// What can be turned on the plan page, each as a slider with a few steps: from wishes to a number, and back.

import { PLACES } from "./places.js";
import { levelOf } from "./wishes.js";

/** @import {Level, Side, Wishes} from "../types/pages.d.ts" */

export const PRESSURES = /** @type {const} */ (["light", "usual", "firm"]);
export const TALKS = /** @type {const} */ (["nearly-silent", "quiet", "guide"]);

/** Seeds that are short enough to be said to each other. */
const SEEDS = 999;

/** @param {Wishes} wishes @returns {number} an index of PRESSURES */
export function pressureOf(wishes) {
  if (wishes.soft) return 0;
  return wishes.firm || wishes.deep ? 2 : 1;
}

/** @param {Wishes} wishes @param {number} at @returns {Wishes} */
export function withPressure(wishes, at) {
  return { ...wishes, soft: at === 0, firm: at === 2, deep: at === 2 && wishes.deep };
}

/** @param {Wishes} wishes @returns {number} an index of TALKS */
export function talkOf(wishes) {
  return Math.max(0, TALKS.findIndex((talk) => talk === wishes.talk));
}

/** @param {Wishes} wishes @param {number} at @returns {Wishes} */
export function withTalk(wishes, at) {
  return { ...wishes, talk: TALKS[at] ?? "guide" };
}

/**
 * Gives the places to turn up and down: one for both sides where they are alike, else one for each side.
 *
 * @param {Wishes} wishes
 * @returns {{area: string, side: Side, level: 0 | Level}[]}
 */
export function tensionRows(wishes) {
  return PLACES.flatMap((area) => {
    const [left, right] = /** @type {const} */ (["left", "right"]).map((side) => sideLevel(wishes, area, side));
    if (left === right) return [{ area, side: /** @type {Side} */ ("both"), level: left ?? 0 }];
    return [
      { area, side: /** @type {Side} */ ("left"), level: left ?? 0 },
      { area, side: /** @type {Side} */ ("right"), level: right ?? 0 },
    ];
  });
}

/** @param {Wishes} wishes @param {string} area @param {"left" | "right"} side @returns {0 | Level} */
function sideLevel(wishes, area, side) {
  return /** @type {0 | Level} */ (Math.max(levelOf(wishes, area, side), levelOf(wishes, area, "both")));
}

/**
 * Says how tense a place is, on one side or on both; a place left alone that is called tense is left alone no more.
 *
 * @param {Wishes} wishes
 * @param {string} area
 * @param {Side} side
 * @param {number} level 0 for not
 * @returns {Wishes}
 */
export function withTension(wishes, area, side, level) {
  const levels = { left: sideLevel(wishes, area, "left"), right: sideLevel(wishes, area, "right") };
  const turned = side === "both" ? ["left", "right"] : [side];
  for (const one of turned) levels[/** @type {"left" | "right"} */ (one)] = /** @type {0 | Level} */ (level);
  const others = wishes.tense.filter((one) => one.area !== area);
  const sides = /** @type {const} */ (["left", "right"]).filter((one) => levels[one] > 0);
  const tense = sides.map((one) => ({ area, side: one, level: /** @type {Level} */ (levels[one]) }));
  const avoid = wishes.avoid.filter((one) => level === 0 || one.area !== area || (one.side !== "both" && !turned.includes(one.side)));
  return { ...wishes, tense: [...others, ...tense], avoid };
}

/**
 * Drops one wish.
 *
 * @param {Wishes} wishes
 * @param {{field: string, index: number}} asked
 * @param {Wishes} defaults what is wished by somebody who says nothing
 * @returns {Wishes}
 */
export function without(wishes, { field, index }, defaults) {
  const name = /** @type {keyof Wishes} */ (field);
  const value = wishes[name];
  const left = Array.isArray(value) ? value.filter((_, other) => other !== index) : defaults[name];
  return /** @type {Wishes} */ ({ ...wishes, [name]: left });
}

/**
 * Draws the number of another plan.
 *
 * @param {number} besides the one there is
 * @param {() => number} chance from 0 to under 1
 * @returns {number} from 1
 */
export function anotherSeed(besides, chance = Math.random) {
  const drawn = 1 + Math.floor(chance() * SEEDS);
  return drawn === besides ? (drawn % SEEDS) + 1 : drawn;
}
