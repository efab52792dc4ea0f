import assert from "node:assert/strict";
import { test } from "node:test";

import { goesRound, motionMark } from "../../src/backrub/web/static/lib/motion-marks.js";

/** @typedef {import("../../src/backrub/web/static/lib/stroke-play.js").HandPath} HandPath */

const LOOK = { scale: 1, colour: "red" };

/** A circle of samples. @param {1 | -1} way 1 clockwise on the screen of the back frame @returns {HandPath} */
function circle(way) {
  const turns = Array.from({ length: 25 }, (_, index) => (way * 2 * Math.PI * index) / 24);
  const each = turns.map(() => 0);
  return { t_s: each, x_mm: turns.map((turn) => 40 + 20 * Math.cos(turn)), y_mm: turns.map((turn) => 100 + 20 * Math.sin(turn)), heading_deg: each, pressure: each, down: each.map(() => true), contact: "knuckles" };
}

/** A pen that remembers what it was told. */
function pen() {
  /** @type {[string, ...unknown[]][]} */
  const told = [];
  const writes = new Proxy({}, { get: (_, name) => (/** @type {unknown[]} */ ...args) => told.push([String(name), ...args]), set: (_, name, value) => Boolean(told.push([String(name), value])) });
  return { told, pen: /** @type {CanvasRenderingContext2D} */ (writes) };
}

/** @param {string} technique @param {Partial<import("../../src/backrub/web/static/lib/stroke-play.js").Pose>} [pose] @param {HandPath} [hand] */
function told(technique, pose = {}, hand = circle(1)) {
  const { told, pen: paper } = pen();
  motionMark(paper, technique, hand, { x: 0, y: 0, heading: 0, pressure: 4, down: true, ...pose }, LOOK);
  return told;
}

/** @param {ReturnType<typeof told>} calls @param {string} name */
const named = (calls, name) => calls.filter(([each]) => each === name);

test("strokes that stand still in a picture have a sign of their own, and no two the same", () => {
  const signs = ["knuckle-circles", "petrissage", "palm-press", "tapotement"].map((technique) => JSON.stringify(told(technique)));
  assert.equal(4, new Set(signs).size);
  assert.ok(signs.every((sign) => sign.includes("stroke")));
});

test("a long stroke needs none, nor does a hand in the air or one that only lies there", () => {
  assert.deepEqual([], told("effleurage"));
  assert.deepEqual([], told("petrissage", { down: false }));
  assert.deepEqual([], told("petrissage", {}, { ...circle(1), works: false }));
});

test("arrows go round the way the hand does", () => {
  const against = (/** @type {1 | -1} */ way) => named(told("knuckle-circles", {}, circle(way)), "arc").map((call) => call[6]);
  assert.deepEqual([false, false], against(1));
  assert.deepEqual([true, true], against(-1));
  assert.deepEqual([true, false], [goesRound("blade-circles"), goesRound("effleurage")]);
});

test("signs stand clear of the hand and are stronger the more it leans", () => {
  const rings = named(told("palm-press"), "arc").map((call) => Number(call[3]));
  const strength = (/** @type {number} */ pressure) => Number(named(told("palm-press", { pressure }), "globalAlpha")[0]?.[1]);
  assert.ok(rings.every((radius) => radius > 44), String(rings));
  assert.ok(strength(4) > strength(1));
});
