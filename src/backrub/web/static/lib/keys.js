// What each key says: pages, pedals and knuckles all end here.

/** @import {HoldStage, Status} from "../types/pages.d.ts" */

/** @typedef {{kind: string, value?: number}} Meaning */

/** Keys that mean the same whenever hands are on. The order is the order of the help sheet. */
export const RUNNING_KEYS = /** @type {Record<string, Meaning>} */ ({
  " ": { kind: "pause" },
  ArrowRight: { kind: "next" },
  ArrowLeft: { kind: "back" },
  ArrowUp: { kind: "firmer" },
  ArrowDown: { kind: "softer" },
  PageDown: { kind: "next" },
  PageUp: { kind: "stay" },
  s: { kind: "stay" },
  j: { kind: "just-right" },
  n: { kind: "not-there" },
  t: { kind: "spot-here" },
  h: { kind: "hush" },
  k: { kind: "tired" },
});

/** Keys that answer in a hold, by stage. */
export const HOLD_KEYS = /** @type {Record<HoldStage, Record<string, Meaning>>} */ ({
  seek: { f: { kind: "spot-not-found" }, l: { kind: "spot-lump" } },
  sink: { b: { kind: "breath-held" }, r: { kind: "radiates" } },
  still: {
    e: { kind: "easing" },
    m: { kind: "same" },
    w: { kind: "worse" },
    g: { kind: "eased" },
    b: { kind: "breath-held" },
    r: { kind: "radiates" },
  },
  release: {},
  broad: {},
});

/**
 * Gives what a key means now, or null.
 *
 * @param {string} key as in KeyboardEvent.key
 * @param {Status} status
 * @param {HoldStage | null} hold
 * @returns {Meaning | null}
 */
export function meaningOf(key, status, hold) {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (plain === "Escape" && status !== "planned" && status !== "finished") return { kind: "stop" };
  if (status === "preparing") return { kind: "ready" };
  if (status === "paused") return plain === " " || plain === "ArrowRight" || plain === "PageDown" ? { kind: "resume" } : null;
  if (status !== "running") return null;
  if (/^\d$/.test(plain)) return { kind: "rate", value: plain === "0" ? 10 : Number(plain) };
  return (hold && HOLD_KEYS[hold][plain]) ?? RUNNING_KEYS[plain] ?? null;
}

/** Keys that alone say nothing; a page that waits for any key does not mean these. */
export function isModifier(/** @type {string} */ key) {
  return ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Tab", "Dead", "Fn"].includes(key);
}
