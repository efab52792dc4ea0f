import assert from "node:assert/strict";
import { test } from "node:test";

import { positionAt, stepAfter } from "../../src/backrub/web/static/lib/progress.js";
import { view } from "./fixtures/views.js";

const phaseOf = (/** @type {number} */ index) => (index === 2 ? "work" : "warm-up");

test("time goes on from the view while it runs", () => {
  const position = positionAt(view(), 110_000, phaseOf);
  assert.equal(0, position.step);
  assert.equal(50, position.elapsed_s);
  assert.equal(10, position.step_remaining_s);
  assert.equal(50, position.played_s);
  assert.equal(100, position.remaining_s);
});

test("the next step that takes time comes by itself, without the server", () => {
  const position = positionAt(view(), 135_000, phaseOf);
  assert.equal(2, position.step);
  assert.equal(15, position.elapsed_s);
  assert.equal(75, position.remaining_s);
});

test("time stands still while hands rest", () => {
  const position = positionAt(view({ status: "paused" }), 500_000, phaseOf);
  assert.equal(0, position.step);
  assert.equal(40, position.played_s);
});

test("time never runs past the end", () => {
  assert.equal(0, positionAt(view(), 10_000_000, phaseOf).remaining_s);
});

test("pressure rises over half a minute in the work, and evenly elsewhere", () => {
  const close = (/** @type {number} */ expected, /** @type {number} */ now_ms) =>
    assert.ok(Math.abs(expected - positionAt(view(), now_ms, phaseOf).pressure) < 1e-9);
  close(2 + (2 * 50) / 60, 110_000);
  close(4, 135_000);
  close(5, 150_000);
  close(5, 200_000);
});

test("right after a rest less is asked for, and it comes back evenly; hands are at it again only then", () => {
  const rested = view({ rewarm: [40_000, 55_000] });
  const [first, later, back] = [100_000, 107_500, 115_000].map((now_ms) => positionAt(rested, now_ms, phaseOf));
  const lowered = (/** @type {number} */ now_ms) => positionAt(view(), now_ms, phaseOf).pressure;
  assert.deepEqual([true, true, false], [first, later, back].map((one) => one?.warming));
  assert.ok(Math.abs(lowered(100_000) - 2 - (first?.pressure ?? 0)) < 1e-9);
  assert.ok(Math.abs(lowered(107_500) - 1 - (later?.pressure ?? 0)) < 1e-9);
  assert.equal(lowered(115_000), back?.pressure);
  const light = view({ rewarm: [40_000, 55_000], steps: [{ index: 0, start_ms: 0, duration_ms: 60_000, pressure: [1, 1] }] });
  assert.equal(1, positionAt(light, 100_000).pressure);
});

test("without a current step there is no position on the plan", () => {
  assert.equal(null, positionAt(view({ step: null, status: "finished" }), 100_000).step);
});

test("the step after skips what takes no time", () => {
  assert.equal(2, stepAfter(view(), 0));
  assert.equal(null, stepAfter(view(), 2));
  assert.equal(null, stepAfter(view(), null));
});
