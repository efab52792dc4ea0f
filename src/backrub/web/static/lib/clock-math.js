// How far this machine's clock is from the session's, and how much faster it runs: from questions and answers, each of
// which says for certain only that the session's time was told somewhere between the two.

/**
 * One question and its answer.
 *
 * @typedef {object} Sample
 * @property {number} sent_ms local time of the question
 * @property {number} received_ms local time of the answer
 * @property {number} at_ms the session's logical time in the answer
 */

/**
 * What is known of the session's time: logical = offset + rate * (local + drift * (local - since_ms)).
 *
 * @typedef {object} Estimate
 * @property {number} offset
 * @property {number} drift how much faster the session's clock runs than this machine's, as a share
 * @property {number} since_ms local time at which the offset was found
 */

/** How long a sample counts [ms]. */
export const KEPT_MS = 600_000;

/** The most that two clocks drift apart, as a share; those of phones keep to a fifth of it. */
export const DRIFT_MOST = 0.0005;

/** How well the drift is known once it was measured, as a share: it changes as a phone warms up in a hand. */
const DRIFT_UNSURE = 0.00002;

/** How far the drift may be from nothing before it was measured, as a share. */
const DRIFT_UNKNOWN = 0.0002;

/** From so long on the drift is measured [ms]; before, the way of the answers hides it. */
const MEASURED_FROM_MS = 60_000;

/** What is counted as sure of even the quickest answer [ms]. */
const LEAST_MS = 0.5;

/**
 * Gives what several answers together say, or null without any.
 *
 * @param {Sample[]} samples in the order of their answers
 * @param {number} rate logical milliseconds in a local one
 * @returns {Estimate | null}
 */
export function estimate(samples, rate) {
  const latest = samples.at(-1);
  if (!latest) return null;
  const drift = driftOf(samples, rate);
  const unsure = drift === null ? DRIFT_UNKNOWN : DRIFT_UNSURE;
  const doubt = (/** @type {Sample} */ one) => half(one) + unsure * (latest.received_ms - one.received_ms);
  const best = samples.reduce((kept, one) => (doubt(one) <= doubt(kept) ? one : kept));
  return { offset: best.at_ms - rate * middle(best), drift: drift ?? 0, since_ms: middle(best) };
}

/**
 * Gives the samples that still count once a new one has come: not those that are old, and none that cannot be true
 * together with it, since then the session's time was set (a server started again, a machine that slept).
 *
 * @param {Sample[]} samples
 * @param {Sample} latest
 * @param {number} [rate]
 * @returns {Sample[]}
 */
export function withSample(samples, latest, rate = 1) {
  const agrees = (/** @type {Sample} */ one) => {
    const apart_ms = Math.abs(latest.at_ms - one.at_ms - rate * (middle(latest) - middle(one))) / rate;
    return apart_ms <= half(latest) + half(one) + DRIFT_MOST * (latest.received_ms - one.received_ms);
  };
  const young = samples.filter((one) => latest.received_ms - one.received_ms <= KEPT_MS);
  return young.every(agrees) ? [...young, latest] : [latest];
}

/**
 * Gives the drift: the line that fits all answers best, the quick ones counting most; null while it cannot be told.
 *
 * @param {Sample[]} samples
 * @param {number} rate
 * @returns {number | null}
 */
function driftOf(samples, rate) {
  const [first, latest] = [samples[0], samples.at(-1)];
  if (!first || !latest || latest.received_ms - first.received_ms < MEASURED_FROM_MS) return null;
  const points = samples.map((one) => {
    const at_ms = middle(one) - middle(first);
    return { at_ms, ahead_ms: (one.at_ms - first.at_ms) / rate - at_ms, weight: 1 / half(one) ** 2 };
  });
  const total = sum(points.map((one) => one.weight));
  const mean_ms = sum(points.map((one) => one.weight * one.at_ms)) / total;
  const ahead_ms = sum(points.map((one) => one.weight * one.ahead_ms)) / total;
  const spread = sum(points.map((one) => one.weight * (one.at_ms - mean_ms) ** 2));
  const slope = sum(points.map((one) => one.weight * (one.at_ms - mean_ms) * (one.ahead_ms - ahead_ms))) / spread;
  return Math.max(-DRIFT_MOST, Math.min(DRIFT_MOST, slope));
}

/** @param {number[]} values */
const sum = (values) => values.reduce((total, one) => total + one, 0);

/** How far the middle may be from the moment at which the answer was made [ms]. @param {Sample} sample */
const half = (sample) => Math.max(LEAST_MS, (sample.received_ms - sample.sent_ms) / 2);

/** @param {Sample} sample @returns {number} local time [ms] */
const middle = (sample) => (sample.received_ms + sample.sent_ms) / 2;
