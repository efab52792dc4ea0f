import assert from "node:assert/strict";
import { test } from "node:test";

import { STEPS } from "../../src/backrub/web/static/gallery-data.js";
import * as ribbon from "../../src/backrub/web/static/lib/ribbon.js";

const along = (/** @type {number} */ at_s) => at_s;

test("two sides of one technique on one place are one group", () => {
  const kneading = ribbon.groupsOf(STEPS).find((group) => group.label === "Kneading");
  assert.deepEqual([3, 4], kneading?.steps.map((step) => step.index));
  assert.equal(225, kneading?.duration_s);
});

test("groups fill the plan without a gap, and what takes no time is none", () => {
  const groups = ribbon.groupsOf(STEPS);
  let clock_s = 0;
  for (const { start_s, duration_s } of groups) {
    assert.equal(clock_s, start_s);
    assert.ok(duration_s > 0);
    clock_s += duration_s;
  }
  assert.equal(1200, clock_s);
});

test("asking is marked where the plan asks, unless other times are given", () => {
  assert.deepEqual([240, 615, 930], ribbon.asksOf(STEPS));
  assert.deepEqual([100], ribbon.asksOf(STEPS, [100]));
});

test("pressure runs straight through a step, and a hold sinks in and eases out", () => {
  const stroke = { phase: "work", start_s: 0, duration_s: 100, pressure: /** @type {[number, number]} */ ([2, 4]) };
  assert.equal(3, ribbon.pressureAt([stroke], 50));
  const hold = { ...stroke, kind: "hold", pressure: /** @type {[number, number]} */ ([3, 7]) };
  assert.equal(3, ribbon.pressureAt([hold], 0));
  assert.equal(7, ribbon.pressureAt([hold], 50));
  assert.ok(ribbon.pressureAt([hold], 99) < 4);
});

test("wider is firmer: the ribbon is widest in the hold and narrowest at its ends", () => {
  const shape = ribbon.profile(STEPS, along, 60);
  const widest = shape.reduce((a, b) => (b.half > a.half ? b : a));
  assert.ok(widest.at > 840 && widest.at < 930, String(widest.at));
  assert.ok((shape[0]?.half ?? 0) < 15 && (shape.at(-1)?.half ?? 0) < 15);
  assert.ok(shape.every(({ half }) => half > 0 && half <= 60));
});

test("the ribbon's edge never jumps, even into a hold and out of it", () => {
  const shape = ribbon.profile(STEPS, along, 40);
  shape.slice(1).forEach((point, index) => assert.ok(Math.abs(point.half - (shape[index]?.half ?? 0)) < 1.7 * (point.at - (shape[index]?.at ?? 0)), String(point.at)));
});

test("rows stretch time between their tops", () => {
  const rows = [{ start_s: 0, top: 0 }, { start_s: 30, top: 50 }];
  const at = ribbon.alongRows(rows, 240, 120);
  assert.deepEqual([0, 25, 50, 85, 120], [0, 15, 30, 135, 240].map(at));
});

test("labels that fit stay over their steps", () => {
  assert.deepEqual([80, 280], ribbon.spread([{ centre: 100, width: 40, weight: 1 }, { centre: 300, width: 40, weight: 1 }], 400));
});

test("labels that crowd make room, and the shortest step goes without", () => {
  const crowded = [100, 130, 160].map((centre, index) => ({ centre, width: 60, weight: index === 1 ? 1 : 9 }));
  const lefts = ribbon.spread(crowded, 400);
  assert.equal(null, lefts[1]);
  assert.ok((lefts[2] ?? 0) - (lefts[0] ?? 0) >= 70 - 1e-6);
});

test("no label leaves the page", () => {
  for (const left of ribbon.spread([{ centre: 2, width: 80, weight: 1 }, { centre: 398, width: 80, weight: 1 }], 400)) assert.ok(left !== null && left >= 0 && left + 80 <= 400);
});
