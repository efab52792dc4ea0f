import assert from "node:assert/strict";
import { test } from "node:test";

import { motionMark, signOf } from "../../src/backrub/web/static/lib/motion-marks.js";

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

/** @param {string} technique @param {Partial<import("../../src/backrub/web/static/lib/stroke-play.js").Pose>} [pose] @param {HandPath} [hand]
 * @param {Partial<import("../../src/backrub/web/static/lib/motion-marks.js").Look>} [look] @param {"left" | "right"} [side] */
function told(technique, pose = {}, hand = { ...circle(1), contact: "whole-hand" }, look = {}, side = "right") {
  const { told, pen: paper } = pen();
  motionMark(paper, technique, hand, side, { x: 0, y: 0, heading: 0, pressure: 4, down: true, ...pose }, { ...LOOK, ...look });
  return told;
}

/** @param {ReturnType<typeof told>} calls @param {string} name */
const named = (calls, name) => calls.filter(([each]) => each === name);

const WORKED_ON_THE_PLACE = ["knuckle-circles", "clothed-rub", "petrissage", "palm-press", "tapotement", "tender-spot-hold"];

test("strokes that stand still in a picture have a sign of their own, and no two the same", () => {
  const signs = WORKED_ON_THE_PLACE.map((technique) => JSON.stringify(told(technique)));
  assert.equal(6, new Set(signs).size);
  assert.ok(signs.every((sign) => sign.includes("stroke")));
});

test("a stroke has one sign: that of its way of working, or none where its way is its sign", () => {
  assert.deepEqual(["round", "round", "shirt", "squeeze", "lean", "tap", "still"], ["blade-circles", ...WORKED_ON_THE_PLACE].map((one) => signOf(one)));
  for (const travels of ["effleurage", "gutter-glide", "waist-spread", "side-pull", "feather-strokes", "caress", "hug-rub", undefined]) assert.equal(null, signOf(travels));
});

test("only a whole hand squeezes: a heel that kneads leans", () => {
  assert.deepEqual(["squeeze", "lean"], [signOf("petrissage", "whole-hand"), signOf("petrissage", "heels")]);
  assert.equal(2, named(told("petrissage", {}, { ...circle(1), contact: "heels" }), "arc").length);
});

test("a long stroke needs none, nor does a hand in the air or one that only lies there", () => {
  assert.deepEqual([], told("effleurage"));
  assert.deepEqual([], told("petrissage", { down: false }));
  assert.deepEqual([], told("petrissage", {}, { ...circle(1), works: false }));
});

test("one arrow goes round the way the hand does, and leaves the wrist free", () => {
  const arcs = (/** @type {1 | -1} */ way) => named(told("knuckle-circles", {}, circle(way)), "arc");
  assert.deepEqual([false], arcs(1).map((call) => call[6]));
  assert.deepEqual([true], arcs(-1).map((call) => call[6]));
  const [, , , , from, to] = /** @type {[string, number, number, number, number, number]} */ (arcs(1)[0]);
  const missed = 2 * Math.PI - (to - from);
  assert.ok(missed > 1 && missed < 2, String(missed));
  assert.ok(Math.abs((from + to) / 2 - 1.5 * Math.PI) < 1e-9, "it is open towards the forearm");
});

test("a shirt goes round in folds, the way the hand takes it", () => {
  const fold = (/** @type {1 | -1} */ way) => named(told("clothed-rub", {}, circle(way)), "lineTo").slice(0, 73).map(([, x, y]) => [Number(x), Number(y)]);
  const radii = fold(1).map(([x = 0, y = 0]) => Math.hypot(x, y));
  const crests = radii.filter((radius, index) => radius > (radii[index - 1] ?? Infinity) && radius > (radii[index + 1] ?? Infinity));
  assert.equal(9, crests.length);
  fold(1).forEach(([x = 0, y = 0], index) => {
    const [mirrored = 0, same = 0] = fold(-1)[index] ?? [];
    assert.ok(Math.abs(x + mirrored) < 1e-9 && Math.abs(y - same) < 1e-9, "the other way round is the mirror");
  });
  assert.deepEqual([], named(told("clothed-rub"), "arc"));
});

test("of two hands that take turns only the one with the weight has a sign", () => {
  assert.deepEqual([], told("petrissage", { pressure: 1 }, undefined, { firmer: 4 }));
  assert.ok(named(told("petrissage", { pressure: 4 }, undefined, { firmer: 1 }), "stroke").length > 0);
  const both = Number(named(told("petrissage", {}, undefined, { firmer: 4 }), "globalAlpha")[0]?.[1]);
  assert.equal(Number(named(told("petrissage"), "globalAlpha")[0]?.[1]), both);
});

test("a hold has one ring, close round what bears, that breathes", () => {
  const radius = (/** @type {number | null} */ breath) => named(told("tender-spot-hold", {}, undefined, { reach_mm: 26, breath }), "arc").map((call) => Number(call[3]));
  const [[full = 0], [empty = 0], [resting = 0]] = /** @type {[number[], number[], number[]]} */ ([radius(0), radius(4 / 7), radius(null)]);
  assert.equal(1, radius(0).length);
  assert.ok(full > resting && resting > empty && empty > 26 && full < 60, String([full, resting, empty]));
});

test("a muscle is held between thumb and fingers, on whichever hand", () => {
  const turn = (/** @type {"left" | "right"} */ side) => Number(named(told("petrissage", {}, undefined, {}, side), "rotate")[1]?.[1]);
  assert.equal(turn("left"), -turn("right"));
});

test("signs stand clear of the hand and are stronger the more it leans", () => {
  const rings = named(told("palm-press"), "arc").map((call) => Number(call[3]));
  const strength = (/** @type {number} */ pressure) => Number(named(told("palm-press", { pressure }), "globalAlpha")[0]?.[1]);
  assert.ok(rings.every((radius) => radius > 44), String(rings));
  assert.ok(strength(4) > strength(1));
});
