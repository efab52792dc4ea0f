// A rest that was asked for here, until the server has heard of it: where hands are and what is to come, by this page.

import { positionAt } from "../lib/progress.js";

/** @import {Position} from "../lib/progress.js" */
/** @import {Timeline, View} from "../types/pages.d.ts" */

/** Hands at rest, or at work again after it, as only this page knows. Times are logical [ms]. */
export class OwnRest {
  /** How much later everything comes than was told. */
  #later_ms = 0;
  /** @type {number | null} since when hands rest, or null while they work */
  #since_ms;

  /**
   * @param {View} view as last told
   * @param {Timeline | null} timeline as last told
   * @param {number} now_ms when hands came to rest
   */
  constructor(view, timeline, now_ms) {
    this.view = view;
    this.timeline = timeline;
    this.#since_ms = now_ms;
  }

  /** Whether hands rest now. */
  get resting() {
    return this.#since_ms !== null;
  }

  /** Lets hands rest again. @param {number} now_ms */
  rest(now_ms) {
    this.#since_ms ??= now_ms;
  }

  /**
   * Lets hands go on where they rested.
   *
   * @param {number} now_ms
   * @returns {Timeline | null} what is to come, moved by the time at rest
   */
  goOn(now_ms) {
    this.#later_ms += now_ms - (this.#since_ms ?? now_ms);
    this.#since_ms = null;
    return this.timeline && later(this.timeline, this.#later_ms);
  }

  /**
   * Gives where hands are.
   *
   * @param {number} now_ms
   * @param {(index: number) => string | undefined} phaseOf phase of a step
   * @returns {Position}
   */
  position(now_ms, phaseOf) {
    return positionAt(this.view, (this.#since_ms ?? now_ms) - this.#later_ms, phaseOf);
  }
}

/**
 * @param {Timeline} timeline
 * @param {number} by_ms
 * @returns {Timeline}
 */
function later(timeline, by_ms) {
  const { ends_at_ms } = timeline;
  const cues = timeline.cues.map((cue) => ({ ...cue, at_ms: cue.at_ms + by_ms }));
  return { ...timeline, cues, ends_at_ms: ends_at_ms === null ? null : ends_at_ms + by_ms };
}
