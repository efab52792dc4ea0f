// The words of the leading screen that depend on where the giver is and what comes next.

import { nearness } from "./facing.js";

/** @import {RoutineStep} from "../types/pages.d.ts" */
/** @import {Say} from "./words.js" */

const ALIKE = /** @type {const} */ (["kind", "technique", "area", "side"]);

/**
 * Says where: near or far from the giver, or the receiver's side where there is neither.
 *
 * @param {Say} say
 * @param {RoutineStep | undefined} step
 * @param {"left" | "right"} giver_side
 * @returns {string}
 */
export function whereOf(say, step, giver_side) {
  if (!step?.area_label) return "";
  const area = step.area_label;
  const near = nearness(step.side, step.place, giver_side);
  if (near !== "none") return say(`lead-where-${near}`, { area });
  if (step.side === "left" || step.side === "right") return say(`lead-where-${step.side}`, { area });
  return say("lead-where-none", { area });
}

/**
 * Gives the word of a felt pressure, or "" when nothing presses.
 *
 * @param {Say} say
 * @param {number} pressure
 * @returns {string}
 */
export function pressureWord(say, pressure) {
  const whole = Math.round(pressure);
  return whole >= 1 && whole <= 10 ? say(`pressure-${whole}`) : "";
}

/**
 * Says what comes next, shortly; of the same stroke on the same place, only how it changes.
 *
 * @param {Say} say
 * @param {RoutineStep | undefined} next
 * @param {"left" | "right"} giver_side
 * @param {RoutineStep} [now] the step under way
 * @returns {string}
 */
export function nextWords(say, next, giver_side, now) {
  if (!next) return say("lead-next-none");
  if (now && ALIKE.every((field) => now[field] === next[field])) {
    const change = (next.pressure?.[1] ?? 0) - (now.pressure?.[1] ?? 0);
    return say(`lead-next-same-${change > 0 ? "firmer" : change < 0 ? "lighter" : "on"}`);
  }
  const what = (next.label ?? "").toLowerCase();
  const near = nearness(next.side, next.place, giver_side);
  if (near !== "none") return say(`lead-next-${near}`, { what });
  return next.area_label ? say("lead-next-where", { what, area: next.area_label }) : what;
}
