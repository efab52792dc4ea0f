// The session's logical time on this machine's clock.

import { offset, withSample } from "../lib/clock-math.js";

/** @import {Sample} from "../lib/clock-math.js" */

/** Logical time as the server counts it, from questions and answers over the socket. */
export class ServerClock {
  /** Logical milliseconds in a local one. */
  rate = 1;
  /** @type {Sample[]} */
  #samples = [];
  /** @type {number | null} */
  #offset = null;
  /** @type {() => number} */
  #local;

  /** @param {() => number} local local time [ms]; only its differences count */
  constructor(local = () => performance.now()) {
    this.#local = local;
  }

  /** Whether any answer has come. */
  get known() {
    return this.#offset !== null;
  }

  /** @returns {number} local time [ms] */
  local() {
    return this.#local();
  }

  /** @returns {number} logical time [ms]; 0 before the first answer */
  now() {
    return this.#offset === null ? 0 : this.#local() * this.rate + this.#offset;
  }

  /**
   * @param {number} at_ms logical
   * @returns {number} local time [ms] at which that moment comes
   */
  localAt(at_ms) {
    return (at_ms - (this.#offset ?? 0)) / this.rate;
  }

  /**
   * Takes an answer; it says nothing new when an earlier one was quicker.
   *
   * @param {Sample} sample
   */
  add(sample) {
    this.#samples = withSample(this.#samples, sample);
    this.#offset = offset(this.#samples, this.rate);
  }

  /**
   * Forgets the answers, since a server that was started again counts from another moment. The last known time goes
   * on until the first new answer.
   *
   * @param {number} rate
   */
  restart(rate) {
    if (rate !== this.rate && this.#offset !== null) this.#offset += this.#local() * (this.rate - rate);
    this.rate = rate;
    this.#samples = [];
  }
}
