import assert from "node:assert/strict";
import { test } from "node:test";

import { boundsOf } from "../../src/backrub/web/static/lib/geometry.js";
import { handShape } from "../../src/backrub/web/static/lib/hands.js";
import { areBeside, outwardTurns, presences } from "../../src/backrub/web/static/lib/hands-together.js";
import { poseAt } from "../../src/backrub/web/static/lib/stroke-play.js";

/** @typedef {import("../../src/backrub/web/static/lib/stroke-play.js").HandPath} HandPath */

/** @param {number} x @param {number} y @param {number} [heading] */
const pose = (x, y, heading = 0) => ({ x, y, heading, pressure: 3, down: true });

/** @param {number} x @param {number} [heading] @param {number} [y] @returns {HandPath} */
const still = (x, heading = 0, y = 200) => ({ t_s: [0, 1], x_mm: [x, x], y_mm: [y, y], heading_deg: [heading, heading], pressure: [3, 3], down: [true, true], contact: "palms" });

/** @param {HandPath} left @param {HandPath} right */
const beside = (left, right) => areBeside({ cycle_s: 1, hands: { left, right } }, (hand, at_s) => poseAt(hand, 1, at_s), 1);

/** Numbers of path data as points, turned and put where a hand bears. @param {"left" | "right"} side @param {number} x @param {number} turn_deg */
function outlineAt(side, x, turn_deg) {
  const { outline, anchor } = handShape("palms", side, true);
  const numbers = (outline.match(/-?[\d.]+/g) ?? []).map(Number);
  const turn = (turn_deg * Math.PI) / 180;
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    const [dx, dy] = [(numbers[index * 2] ?? 0) - anchor[0], (numbers[index * 2 + 1] ?? 0) - anchor[1]];
    return /** @type {[number, number]} */ ([x + dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)]);
  });
}

test("thumbs lie alongside where two hands go up beside the spine, and not where they are far apart", () => {
  assert.equal(true, beside(still(-37), still(37)));
  assert.equal(false, beside(still(-110), still(110)));
});

test("hands one behind the other, or pointing apart, keep their thumbs", () => {
  assert.equal(false, beside(still(-37, 0, 40), still(37, 0, 400)));
  assert.equal(false, beside(still(-37, -90), still(37, 90)));
});

test("fingers turn away from the other hand, more the closer it is, and not at all when it is far", () => {
  const turns = [30, 37, 46, 60].map((x) => outwardTurns(pose(-x, 200), pose(x, 200), 1));
  for (const { left, right } of turns) assert.equal(-left, right);
  const [closest = 0, close = 0, further = 0, far = 0] = turns.map(({ right }) => right);
  assert.ok(closest > close && close > further && further > far - 1e-9, String([closest, close, further, far]));
  assert.equal(0, Math.abs(far));
});

test("from the head end the hands turn outward too", () => {
  const { left, right } = outwardTurns(pose(37, 200, 180), pose(-37, 200, 180), 1);
  assert.ok(left < 0 && right > 0);
});

test("one hand alone does not turn", () => {
  assert.deepEqual({ left: 0, right: 0 }, outwardTurns(undefined, pose(20, 200), 1));
});

test("drawn beside the spine, neither hand reaches over the midline with thumb or fingers", () => {
  const { left, right } = outwardTurns(pose(-37, 0), pose(37, 0), 1);
  const ahead = (/** @type {[number, number][]} */ ring) => boundsOf(ring.filter(([, y]) => y < 40));
  assert.ok(ahead(outlineAt("left", -37, left)).x1 <= 1, String(ahead(outlineAt("left", -37, left)).x1));
  assert.ok(ahead(outlineAt("right", 37, right)).x0 >= -1);
});

test("where one hand lies over the other, the one that presses less steps back, and none does side by side", () => {
  const light = { ...pose(110, 40), pressure: 1 };
  const over = presences(light, pose(120, 44), 1);
  assert.equal(1, over.right);
  assert.ok(over.left < 0.6, String(over.left));
  assert.deepEqual({ left: 1, right: 1 }, presences({ ...light, x: -110 }, pose(110, 40), 1));
});

test("a hand in the air presses nothing, and two that press alike are both whole", () => {
  const air = { ...pose(110, 40), pressure: 5, down: false };
  assert.ok(presences(air, pose(115, 40), 1).left < 0.6);
  assert.deepEqual({ left: 1, right: 1 }, presences(pose(110, 40), pose(115, 40), 1));
});

test("hands that take hold lie side by side as their forearms come", () => {
  const grip = (/** @type {number} */ x) => ({ ...still(x), contact: "whole-hand" });
  assert.equal(false, beside(grip(-30), grip(30)));
});
