// Which cues are due, which are too late to say, and which have been said: the rules, without a clock or a voice.

/** @import {Cue} from "../types/pages.d.ts" */

/** A cue this late is shown and no longer said [s of the session]. */
export const LATE_S = 3;

/** In a rehearsal a session's second is short; a cue may always be this late in real time [ms]. */
const SLACK_MS = 400;

/**
 * Tells whether a cue is spoken at all.
 *
 * @param {Cue} cue
 * @returns {boolean}
 */
export function isSpoken(cue) {
  return cue.kind !== "show" && cue.text !== "";
}

/**
 * Tells whether a cue is too late to be said.
 *
 * @param {Cue} cue
 * @param {number} now_ms logical
 * @param {number} rate
 * @returns {boolean}
 */
export function isLate(cue, now_ms, rate) {
  return now_ms - cue.at_ms > Math.max(LATE_S * 1000, SLACK_MS * rate);
}

/**
 * Splits the cues not yet played into those due now and the one to wait for.
 *
 * @param {Cue[]} cues
 * @param {ReadonlySet<string>} played ids
 * @param {number} now_ms logical
 * @returns {{due: Cue[], next: Cue | null}}
 */
export function divide(cues, played, now_ms) {
  const open = cues.filter((cue) => !played.has(cue.id)).sort((a, b) => a.at_ms - b.at_ms);
  return { due: open.filter((cue) => cue.at_ms <= now_ms), next: open.find((cue) => cue.at_ms > now_ms) ?? null };
}
