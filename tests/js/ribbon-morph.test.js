import assert from "node:assert/strict";
import { test } from "node:test";

import { between, pictureOf, stretchesBetween, stretchesOf } from "../../src/backrub/web/static/lib/ribbon-morph.js";

const flat = (/** @type {number} */ half, count = 11) => Array.from({ length: count }, (_, index) => ({ at: index * 10, half }));
const GROUPS = [
  { phase: "open", start_s: 0, duration_s: 30 },
  { phase: "work", start_s: 30, duration_s: 30 },
  { phase: "work", start_s: 60, duration_s: 30 },
  { phase: "finish", start_s: 90, duration_s: 10 },
];

test("a ribbon begins as the one before, whatever its size, and ends as itself", () => {
  const before = pictureOf(flat(20, 7), 40, []);
  const next = flat(60, 31);
  assert.ok(between(next, 80, before, 0).every(({ half }) => Math.abs(half - 40) < 1e-9));
  assert.deepEqual(next, between(next, 80, before, 1));
  assert.ok(between(next, 80, before, 0.5).every(({ half }) => half > 40 && half < 60));
});

test("what is seen of a ribbon on its way is where the next one begins", () => {
  const before = pictureOf(flat(20), 40, []);
  const half_way = between(flat(40), 40, before, 0.5);
  const again = pictureOf(half_way, 40, []);
  assert.ok(between(flat(10), 40, again, 0).every(({ half }, index) => Math.abs(half - (half_way[index]?.half ?? 0)) < 1e-9));
});

test("steps of one phase are one stretch, in shares of the whole", () => {
  assert.deepEqual(
    [
      { phase: "open", from: 0, to: 0.3 },
      { phase: "work", from: 0.3, to: 0.9 },
      { phase: "finish", from: 0.9, to: 1 },
    ],
    stretchesOf(GROUPS, 100),
  );
});

test("phases meet on the way between where they met and where they will; other phases are there at once", () => {
  const now = stretchesOf(GROUPS, 100);
  const was = now.map((one) => ({ ...one, from: one.from / 2, to: one.to / 2 }));
  const seen = { halves: [], stretches: was };
  assert.deepEqual(was, stretchesBetween(now, seen, 0));
  assert.deepEqual(now, stretchesBetween(now, seen, 1));
  assert.deepEqual(now, stretchesBetween(now, { halves: [], stretches: was.slice(1) }, 0));
});
