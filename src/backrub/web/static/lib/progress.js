// Where a session stands at a moment, from the last view alone: so that a page goes on when the server does not answer.

/** @import {PlacedStep, View} from "../types/pages.d.ts" */

/**
 * Where a session stands.
 *
 * @typedef {object} Position
 * @property {number | null} step index of the current step, or null
 * @property {number} elapsed_s since this step began [s]
 * @property {number} step_remaining_s of this step [s]
 * @property {number} step_duration_s of this step [s]
 * @property {number} played_s hands-on so far [s]
 * @property {number} remaining_s hands-on still to come [s]
 * @property {number} pressure asked for now, 0 when nothing presses
 * @property {boolean} warming whether hands are only coming back after a rest
 */

/** How long a new area takes to reach its working pressure [s]; the same figure as in the routine's arithmetic. */
const RISE_S = 30;

/** By how much less is asked for right after a rest, and what nothing that touches is asked for below; as the server has it. */
const RISE_START_BELOW = 2;
const LEAST = 1;

/**
 * Gives the position at a logical time.
 *
 * @param {View} view
 * @param {number} now_ms logical
 * @param {(index: number) => string | undefined} phaseOf phase of a step
 * @returns {Position}
 */
export function positionAt(view, now_ms, phaseOf = () => undefined) {
  const placed = [...view.steps].sort((a, b) => a.start_ms - b.start_ms);
  const at_ms = playedAt(view, now_ms);
  const current = stepAt(placed, view, at_ms);
  if (!current) {
    return { step: null, elapsed_s: 0, step_remaining_s: 0, step_duration_s: 0, ...sums(view, at_ms), pressure: 0, warming: false };
  }
  const elapsed_s = Math.max(0, (at_ms - current.start_ms) / 1000);
  const duration_s = current.duration_ms / 1000;
  const missing = missingAt(view, at_ms);
  const wanted = pressureAt(current, elapsed_s, phaseOf(current.index));
  return {
    step: current.index,
    elapsed_s,
    step_remaining_s: Math.max(0, duration_s - elapsed_s),
    step_duration_s: duration_s,
    ...sums(view, at_ms),
    pressure: Math.max(Math.min(LEAST, wanted), wanted - missing),
    warming: missing > 0,
  };
}

/**
 * @param {View} view
 * @param {number} now_ms
 * @returns {number} hands-on time at that moment [ms]
 */
function playedAt(view, now_ms) {
  const since_ms = view.status === "running" ? Math.max(0, now_ms - view.at_ms) : 0;
  return view.played_ms + Math.min(since_ms, view.remaining_ms);
}

/**
 * @param {View} view
 * @param {number} at_ms hands-on time
 */
function sums(view, at_ms) {
  return { played_s: at_ms / 1000, remaining_s: Math.max(0, view.played_ms + view.remaining_ms - at_ms) / 1000 };
}

/**
 * @param {View} view
 * @param {number} at_ms hands-on time
 * @returns {number} how much of the pressure has not come back yet after a rest
 */
function missingAt({ rewarm }, at_ms) {
  if (!rewarm || at_ms < rewarm[0] || at_ms >= rewarm[1]) return 0;
  return (RISE_START_BELOW * (rewarm[1] - at_ms)) / (rewarm[1] - rewarm[0]);
}

/**
 * @param {PlacedStep[]} placed in order of time
 * @param {View} view
 * @param {number} at_ms hands-on time
 * @returns {PlacedStep | undefined}
 */
function stepAt(placed, view, at_ms) {
  if (view.step === null) return undefined;
  const timed = placed.filter((one) => one.duration_ms > 0 && one.index >= (view.step ?? 0));
  return timed.findLast((one) => one.start_ms <= at_ms) ?? timed[0] ?? placed.find((one) => one.index === view.step);
}

/**
 * Gives the felt pressure asked for at a moment of a step: in `work` it rises first and then stays, elsewhere it
 * changes evenly.
 *
 * @param {PlacedStep} placed
 * @param {number} elapsed_s
 * @param {string | undefined} phase
 * @returns {number}
 */
export function pressureAt(placed, elapsed_s, phase) {
  if (!placed.pressure) return 0;
  const [start, end] = placed.pressure;
  const duration_s = placed.duration_ms / 1000;
  const rise_s = phase === "work" ? Math.min(RISE_S, duration_s) : duration_s;
  const share = rise_s === 0 ? 1 : Math.min(1, Math.max(0, elapsed_s / rise_s));
  return start + (end - start) * share;
}

/**
 * Gives the index of the next step that takes time, or null.
 *
 * @param {View} view
 * @param {number | null} step
 * @returns {number | null}
 */
export function stepAfter(view, step) {
  if (step === null) return null;
  return view.steps.find((one) => one.index > step && one.duration_ms > 0)?.index ?? null;
}
