// How the drawn back lies on the screen: as the giver sees it from where they are.

/** @import {Facing, RoutineStep} from "../types/pages.d.ts" */

/**
 * Gives where the receiver's head points on the screen.
 *
 * @param {string | null | undefined} place where the giver is
 * @param {"left" | "right"} giver_side the receiver's side at which the giver is
 * @returns {Facing}
 */
export function facingFrom(place, giver_side) {
  if (place === "head-end") return "down";
  if (place === "behind" || place === "astride") return "up";
  return giver_side === "left" ? "left" : "right";
}

/**
 * Tells at which of the receiver's sides the giver is during a step: beside is on the worked side, across on the other one,
 * and anything else is done from where they were last.
 *
 * @param {readonly RoutineStep[]} steps
 * @param {number} index
 * @param {"left" | "right"} first where they are at the first touch
 * @returns {"left" | "right"}
 */
export function giverSideAt(steps, index, first) {
  for (let at = index; at >= 0; at -= 1) {
    const { place, side } = steps[at] ?? {};
    if (side !== "left" && side !== "right") continue;
    if (place === "beside") return side;
    if (place === "across") return side === "left" ? "right" : "left";
  }
  return first;
}

/**
 * Gives where the head points for a giver behind somebody who lies on their side: the upper side is up. Where nobody lies
 * so, or nothing says how, it is as asked.
 *
 * @param {"left" | "right" | null | undefined} upper the receiver's side that is up
 * @param {Facing} asked
 * @returns {Facing}
 */
export function facingOf(upper, asked) {
  if (!upper) return asked;
  return upper === "right" ? "left" : "right";
}

/**
 * Tells whether a side is the near or the far one; from the head end or behind there is neither.
 *
 * @param {string | null | undefined} side
 * @param {string | null | undefined} place
 * @param {"left" | "right"} giver_side
 * @returns {"near" | "far" | "none"}
 */
export function nearness(side, place, giver_side) {
  if ((side !== "left" && side !== "right") || place === "head-end" || place === "behind" || place === "astride") return "none";
  return side === giver_side ? "near" : "far";
}
