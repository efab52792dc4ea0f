// The session's logical time on this machine's clock.

import { estimate, withSample } from "../lib/clock-math.js";

/** @import {Estimate, Sample} from "../lib/clock-math.js" */

/** Logical time as the server counts it, from questions and answers over the socket. */
export class ServerClock {
  /** Logical milliseconds in a local one. */
  rate = 1;
  /** @type {Sample[]} */
  #samples = [];
  /** @type {Estimate | null} */
  #known = null;
  /** @type {() => number} */
  #local;

  /** @param {() => number} local local time [ms]; only its differences count */
  constructor(local = () => performance.now()) {
    this.#local = local;
  }

  /** Whether any answer has come. */
  get known() {
    return this.#known !== null;
  }

  /** @returns {number} local time [ms] */
  local() {
    return this.#local();
  }

  /** @returns {number} logical time [ms]; 0 before the first answer */
  now() {
    if (!this.#known) return 0;
    const { offset, drift, since_ms } = this.#known;
    const local_ms = this.#local();
    return offset + this.rate * (local_ms + drift * (local_ms - since_ms));
  }

  /**
   * @param {number} at_ms logical
   * @returns {number} local time [ms] at which that moment comes
   */
  localAt(at_ms) {
    const { offset, drift, since_ms } = this.#known ?? { offset: 0, drift: 0, since_ms: 0 };
    return ((at_ms - offset) / this.rate + drift * since_ms) / (1 + drift);
  }

  /** Takes an answer, and reckons anew. @param {Sample} sample */
  add(sample) {
    this.#samples = withSample(this.#samples, sample, this.rate);
    this.#known = estimate(this.#samples, this.rate);
  }

  /**
   * Forgets the answers, since a server that was started again counts from another moment. The last known time goes
   * on until the first new answer.
   *
   * @param {number} rate
   */
  restart(rate) {
    if (this.#known) {
      const [now_ms, since_ms] = [this.now(), this.#local()];
      this.#known = { offset: now_ms - rate * since_ms, drift: this.#known.drift, since_ms };
    }
    this.rate = rate;
    this.#samples = [];
  }
}
