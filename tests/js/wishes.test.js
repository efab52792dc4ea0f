import assert from "node:assert/strict";
import { test } from "node:test";

import { changed, held, isAvoided, levelOf, marked, respotted, spotted, tapped, unspotted } from "../../src/backrub/web/static/lib/wishes.js";
import { wishes } from "./fixtures/wishes.js";

const tap = (/** @type {ReturnType<typeof wishes>} */ some, times = 1) =>
  Array.from({ length: times }).reduce((/** @type {ReturnType<typeof wishes>} */ now) => tapped(now, "shoulders", "left"), some);

test("a tap is a little, two are quite, three are very, and the fourth is nothing again", () => {
  assert.deepEqual(
    [1, 2, 3, 0],
    [1, 2, 3, 4].map((times) => levelOf(tap(wishes(), times), "shoulders", "left")),
  );
  assert.deepEqual([], tap(wishes(), 4).tense);
});

test("the two sides of a place are answered apart", () => {
  const one = tap(wishes(), 2);
  assert.equal(0, levelOf(one, "shoulders", "right"));
});

test("a place left alone is not tense any more, and a tap makes it free again", () => {
  const alone = held(tap(wishes(), 3), "shoulders", "left");
  assert.ok(isAvoided(alone, "shoulders", "left"));
  assert.equal(0, levelOf(alone, "shoulders", "left"));
  assert.deepEqual(wishes(), tap(alone));
});

test("nothing is changed in place", () => {
  const before = wishes();
  tap(before, 2);
  held(before, "sides", "right");
  spotted(before, 10, 20);
  assert.deepEqual(wishes(), before);
});

test("a spot of their own is set by a tap and taken away by another on it", () => {
  const one = spotted(wishes(), 40.4, 99.6, "mole");
  assert.deepEqual([{ kind: "mole", x_mm: 40, y_mm: 100, radius_mm: 20 }], one.marks);
  assert.equal(2, spotted(one, 90, 100).marks.length);
  assert.deepEqual([], spotted(one, 50, 100).marks);
});

test("a spot can be as large as it was drawn, be moved and sized, and be taken away, and others stay", () => {
  const two = spotted(spotted(wishes(), 40, 100, "mole", 35), -80, 300, "scar");
  const moved = respotted(two, 0, { x_mm: 45, y_mm: 110, radius_mm: 30 });
  assert.deepEqual(["mole", 35, 20], [two.marks[0]?.kind, two.marks[0]?.radius_mm, two.marks[1]?.radius_mm]);
  assert.deepEqual({ kind: "mole", x_mm: 45, y_mm: 110, radius_mm: 30 }, moved.marks[0]);
  assert.deepEqual([two.marks[1]], unspotted(moved, 0).marks);
});

test("the drawn back is given one entry a side", () => {
  const said = { tender: [{ area: "blades", side: /** @type {const} */ ("right") }], avoid: [{ area: "sides", side: /** @type {const} */ ("left") }] };
  const both = wishes({ ...said, tense: [{ area: "waist", side: "both", level: 2 }] });
  const shown = { tense: { "waist:left": 2, "waist:right": 2 }, tender: ["blades:right"], avoid: ["sides:left"], marks: [] };
  assert.deepEqual(shown, marked(both));
});

test("the plan's changes give other wishes, and none where there is nothing more in that direction", () => {
  assert.equal(10, changed(wishes(), "shorter")?.minutes);
  assert.equal(20, changed(wishes(), "longer")?.minutes);
  assert.equal(null, changed(wishes({ minutes: 90 }), "longer"));
  assert.equal(null, changed(wishes({ minutes: 3 }), "shorter"));
  assert.equal(true, changed(wishes(), "firmer")?.firm);
  assert.equal(null, changed(wishes({ firm: true }), "firmer"));
  assert.equal(false, changed(wishes({ firm: true, deep: true }), "lighter")?.deep);
  assert.equal(true, changed(wishes(), "lighter")?.soft);
  assert.equal(false, changed(wishes({ soft: true }), "firmer")?.soft);
  assert.equal(null, changed(wishes({ soft: true }), "lighter"));
  assert.equal(false, changed(wishes(), "no-holds")?.holds);
  assert.equal(null, changed(wishes({ holds: false }), "no-holds"));
});
