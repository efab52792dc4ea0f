import assert from "node:assert/strict";
import { test } from "node:test";

import { speaking } from "../../src/backrub/web/static/lib/travel-marks.js";

/** @typedef {import("../../src/backrub/web/static/lib/stroke-play.js").HandPath} HandPath */

/** Presses for the first half of four seconds, or for the second. @param {boolean} first @param {boolean} [works] @returns {HandPath} */
function hand(first, works = true) {
  const t_s = Array.from({ length: 41 }, (_, index) => index / 10);
  return { t_s, x_mm: t_s, y_mm: t_s, heading_deg: t_s.map(() => 0), pressure: t_s.map((t) => (t < 2 === first ? 4 : 0)), down: t_s.map((t) => t < 2 === first), contact: "palms", works };
}

test("of two hands that take turns only the one that leans shows its way", () => {
  const [left, right] = [hand(true), hand(false)];
  const path = { cycle_s: 4, hands: { left, right } };
  assert.deepEqual({ lean: [left], home: [] }, speaking(path, 1));
  assert.deepEqual({ lean: [right], home: [] }, speaking(path, 3));
});

test("the dotted way home shows only while nothing leans", () => {
  const [left, right] = [hand(true), hand(true)];
  const path = { cycle_s: 4, hands: { left, right } };
  assert.deepEqual({ lean: [left, right], home: [] }, speaking(path, 1));
  assert.deepEqual({ lean: [], home: [left, right] }, speaking(path, 3));
});

test("a hand that only rests shows no way at all", () => {
  const right = hand(true);
  assert.deepEqual({ lean: [right], home: [] }, speaking({ cycle_s: 4, hands: { left: hand(true, false), right } }, 1));
  assert.deepEqual({ lean: [], home: [right] }, speaking({ cycle_s: 4, hands: { left: hand(false, false), right } }, 3));
});
