// The pictures beside what to have within reach.

/** @import {Preparation} from "../types/pages.d.ts" */

/** Pictures that stand for another. */
const STANDS_FOR = /** @type {Record<string, string>} */ ({ cover: "towel", surface: "mat" });

/**
 * Gives the name of the picture of a preparation.
 *
 * @param {Preparation} one
 * @returns {string}
 */
export function iconOf(one) {
  const name = one.icon ?? one.id;
  return STANDS_FOR[name] ?? name;
}
