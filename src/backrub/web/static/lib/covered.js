// Where hands were, for the warm trace at the end: the more time and weight, the warmer.

/** @import {RoutineStep} from "../types/pages.d.ts" */

/**
 * Gives each place that was worked, with its share of the warmest.
 *
 * @param {readonly RoutineStep[]} steps
 * @returns {{area: string, side: string, strength: number}[]}
 */
export function coveredOf(steps) {
  /** @type {Map<string, number>} */
  const warmth = new Map();
  for (const { area, side, duration_s, pressure } of steps) {
    if (!area) continue;
    const firm = pressure ? (pressure[0] + pressure[1]) / 2 : 1;
    for (const one of side === "left" || side === "right" ? [side] : ["left", "right"]) {
      const key = `${area}:${one}`;
      warmth.set(key, (warmth.get(key) ?? 0) + duration_s * firm);
    }
  }
  const most = Math.max(1, ...warmth.values());
  return [...warmth].map(([key, value]) => {
    const [area = "", side = ""] = key.split(":");
    return { area, side, strength: value / most };
  });
}
