import assert from "node:assert/strict";
import { test } from "node:test";

import { halfOf, otherOf } from "../../src/backrub/web/static/lib/both.js";
import { anotherSeed, pressureOf, tensionRows, withPressure, withTension, without } from "../../src/backrub/web/static/lib/what-if.js";
import { wishes } from "./fixtures/wishes.js";

const RIGHT = /** @type {const} */ ({ area: "shoulders", side: "right", level: 3 });

test("a place has one slider while its sides are alike, else one for each", () => {
  const rows = tensionRows(wishes({ tense: [RIGHT, { area: "waist", side: "both", level: 2 }] }));
  const of = (/** @type {string} */ area) => rows.filter((row) => row.area === area).map(({ side, level }) => [side, level]);
  assert.deepEqual([["left", 0], ["right", 3]], of("shoulders"));
  assert.deepEqual([["both", 2]], of("waist"));
  assert.deepEqual([["both", 0]], of("sides"));
});

test("one side turned leaves the other as it was, and a place called tense is left alone no more", () => {
  const both = wishes({ tense: [{ area: "waist", side: "both", level: 2 }], avoid: [{ area: "sides", side: "left" }] });
  const turned = withTension(both, "waist", "left", 0);
  assert.deepEqual([{ area: "waist", side: "right", level: 2 }], turned.tense);
  assert.deepEqual([], withTension(both, "sides", "both", 1).avoid);
  assert.deepEqual(both.avoid, withTension(both, "sides", "right", 1).avoid);
  assert.deepEqual(both.avoid, withTension(both, "sides", "both", 0).avoid);
});

test("pressure is light, usual or firm, and only firm keeps what was asked deep", () => {
  for (const at of [0, 1, 2]) assert.equal(at, pressureOf(withPressure(wishes(), at)));
  assert.equal(false, withPressure(wishes({ deep: true, firm: true }), 1).deep);
  assert.equal(true, withPressure(wishes({ deep: true }), 2).deep);
});

test("a dropped wish of a list is gone, any other is as nobody had wished it", () => {
  const asked = wishes({ minutes: 3, tense: [RIGHT, { area: "waist", side: "both", level: 1 }] });
  assert.deepEqual([RIGHT], without(asked, { field: "tense", index: 1 }, wishes()).tense);
  assert.equal(15, without(asked, { field: "minutes", index: 0 }, wishes()).minutes);
});

test("another plan has another number, from one to what can be said aloud", () => {
  assert.deepEqual([1, 999], [anotherSeed(0, () => 0), anotherSeed(0, () => 0.9999)]);
  assert.equal(2, anotherSeed(1, () => 0));
  assert.equal(1, anotherSeed(999, () => 0.9999));
});

test("the second of two shares the room and keeps their own body, hands and health", () => {
  const one = wishes({ glide: "clothed", minutes: 40, tense: [RIGHT], sore_thumbs: true, health: { answered: "none", conditions: [] }, seed: 7 });
  const other = otherOf(one);
  assert.deepEqual(["clothed", 40, [], false, "unanswered", 0], [other.glide, other.minutes, other.tense, other.sore_thumbs, other.health.answered, other.seed]);
  const again = otherOf({ ...one, glide: "oil" }, { ...other, tense: [RIGHT], seed: 9 });
  assert.deepEqual(["oil", [RIGHT], 9], [again.glide, again.tense, again.seed]);
  assert.deepEqual([[18, true], [18, false]], /** @type {const} */ ([0, 1]).map((turn) => [halfOf(one, 18, turn).minutes, halfOf(one, 18, turn).swap]));
});
