// Two clients on clocks of their own, an hour long: how far apart they play the same line.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ServerClock } from "../../src/backrub/web/static/models/server-clock.js";

const HOUR_MS = 3_600_000;
const PING_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 2_000;

/** The same chance for the same seed. @param {number} seed @returns {() => number} from 0 to 1 */
function chanceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One way over a Wi-Fi at home: two milliseconds, now and then a hundred more.
 *
 * @param {() => number} chance
 */
const way_ms = (chance) => 2 - 8 * Math.log(1 - chance()) + (chance() < 0.05 ? 100 * chance() : 0);

/** A client's clock, which is fast or slow by a share and changes a little as the device warms up. */
class Client {
  /**
   * @param {() => number} chance
   * @param {number} ppm
   */
  constructor(chance, ppm) {
    this.chance = chance;
    this.ppm = ppm;
    this.started_ms = 1e6 * chance();
    this.true_ms = 0;
    this.clock = new ServerClock(() => this.localAt(this.true_ms));
  }

  /** @param {number} true_ms */
  localAt(true_ms) {
    const warm_ms = (5e-6 * HOUR_MS * (1 - Math.cos((2 * Math.PI * true_ms) / HOUR_MS))) / (2 * Math.PI);
    return this.started_ms + true_ms * (1 + this.ppm / 1e6) + warm_ms;
  }

  /** Asks for the time, when the line is there. @param {number} true_ms */
  ask(true_ms) {
    if (this.chance() < 0.1) return;
    const there_ms = true_ms + way_ms(this.chance);
    const back_ms = there_ms + way_ms(this.chance);
    this.clock.add({ sent_ms: this.localAt(true_ms), received_ms: this.localAt(back_ms), at_ms: Math.floor(there_ms) });
  }

  /** How late it plays what is due now [ms]. @param {number} true_ms */
  late_ms(true_ms) {
    this.true_ms = true_ms;
    return true_ms - this.clock.now();
  }
}

/** @param {number} seed @param {number} ppm @returns {number[]} how far apart they were, the least first */
function hour(seed, ppm) {
  const chance = chanceOf(seed);
  const [one, other] = [new Client(chance, ppm), new Client(chance, -ppm)];
  const apart_ms = [];
  for (let at_ms = 0; at_ms < HOUR_MS; at_ms += LOOK_EVERY_MS) {
    for (const client of [one, other]) {
      if (at_ms === 0) for (let count = 0; count < 5; count += 1) client.ask(at_ms + count);
      else if (at_ms % PING_EVERY_MS === 0) client.ask(at_ms);
    }
    if (at_ms > 0) apart_ms.push(Math.abs(one.late_ms(at_ms + 500) - other.late_ms(at_ms + 500)));
  }
  return apart_ms.sort((less, more) => less - more);
}

test("after an hour on clocks that drift by 100 ppm two clients play a line within 30 ms of each other", () => {
  const apart_ms = [1, 2, 3, 4, 5].flatMap((seed) => hour(seed, 100)).sort((less, more) => less - more);
  const p99_ms = apart_ms[Math.floor(apart_ms.length * 0.99)] ?? Infinity;
  process.stdout.write(`# apart: p50 ${apart_ms[apart_ms.length >> 1]?.toFixed(1)}, p99 ${p99_ms.toFixed(1)} ms\n`);
  assert.ok(p99_ms <= 30, `p99 ${p99_ms} ms`);
});

test("a line that is cut for five minutes costs the measured drift little", () => {
  const client = new Client(chanceOf(9), 100);
  for (let at_ms = 0; at_ms <= 600_000; at_ms += PING_EVERY_MS) client.ask(at_ms);
  assert.ok(Math.abs(client.late_ms(900_000)) <= 30, `${client.late_ms(900_000)} ms`);
});
