// How far this machine's clock is from the session's: the answer with the least delay knows best.

/**
 * One question and its answer.
 *
 * @typedef {object} Sample
 * @property {number} sent_ms local time of the question
 * @property {number} received_ms local time of the answer
 * @property {number} at_ms the session's logical time in the answer
 */

/** How long a sample counts [ms]: older ones know nothing of this clock's drift. */
export const KEPT_MS = 120_000;

/**
 * Gives the offset so that logical = local * rate + offset, or null without samples.
 *
 * @param {Sample[]} samples
 * @param {number} rate logical milliseconds in a local one
 * @returns {number | null}
 */
export function offset(samples, rate) {
  const best = samples.reduce(
    (/** @type {Sample | null} */ kept, one) => (kept === null || delay(one) < delay(kept) ? one : kept),
    null,
  );
  return best === null ? null : best.at_ms - (rate * (best.sent_ms + best.received_ms)) / 2;
}

/**
 * Gives the samples that still count once a new one has come.
 *
 * @param {Sample[]} samples
 * @param {Sample} latest
 * @returns {Sample[]}
 */
export function withSample(samples, latest) {
  return [...samples.filter((one) => latest.received_ms - one.received_ms <= KEPT_MS), latest];
}

/**
 * @param {Sample} sample
 * @returns {number}
 */
function delay(sample) {
  return sample.received_ms - sample.sent_ms;
}
