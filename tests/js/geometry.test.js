import assert from "node:assert/strict";
import { test } from "node:test";

import * as geometry from "../../src/backrub/web/static/lib/geometry.js";

/** @type {import("../../src/backrub/web/static/lib/geometry.js").Point[]} */
const SQUARE = [[0, 0], [60, 0], [60, 60], [0, 60]];

const near = (/** @type {number} */ expected, /** @type {number} */ found, /** @type {number} */ slack) =>
  assert.ok(Math.abs(expected - found) <= slack, `expected ${expected}, found ${found}`);

test("a curve goes through the points it was given", () => {
  const curve = geometry.curveThrough(SQUARE, 5);
  assert.deepEqual([0, 0], curve[0]);
  assert.deepEqual([60, 0], curve[5]?.map(Math.round));
  assert.deepEqual([0, 60], curve.at(-1));
});

test("a closed curve comes back without repeating its first point", () => {
  assert.equal(20, geometry.curveThrough(SQUARE, 5, true).length);
});

test("mirroring keeps the midline once and gives every other point a twin", () => {
  const ring = geometry.mirrored([[0, 0], [10, 5], [8, 20], [0, 30]]);
  assert.deepEqual([[0, 0], [10, 5], [8, 20], [0, 30], [-8, 20], [-10, 5]], ring);
});

test("a table holds its ends and runs straight between its rows", () => {
  const table = /** @type {const} */ ([[0, 1], [10, 3]]);
  assert.deepEqual([1, 1, 2, 3, 3], [-5, 0, 5, 10, 50].map((at) => geometry.interpolate(table, at)));
});

test("depth is the way to the nearest edge, and negative outside", () => {
  const field = geometry.depthField(SQUARE, 5, 10);
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    field.values[Math.round((y - field.y0) / 5) * field.columns + Math.round((x - field.x0) / 5)] ?? NaN;
  near(30, at(30, 30), 1e-3);
  near(-10, at(30, -10), 1e-3);
});

test("a contour inside a square is a smaller square", () => {
  const [inner] = geometry.insets(SQUARE, 20, 2);
  assert.ok(inner);
  const box = geometry.boundsOf(inner);
  near(20, box.x0, 0.5);
  near(40, box.x1, 0.5);
  near(20, box.y0, 0.5);
});

test("where a ring is too narrow there is no contour inside it", () => {
  assert.deepEqual([], geometry.insets(SQUARE, 31, 2));
});

test("the innermost point of a square is its middle", () => {
  const { x, y, depth } = geometry.innermost(SQUARE, 5);
  near(30, x, 3);
  near(30, y, 3);
  near(30, depth, 3);
});

test("a hull holds every point it was made from", () => {
  const points = Array.from({ length: 40 }, (_, index) => /** @type {[number, number]} */ ([50 * Math.cos(index * 7), 30 * Math.sin(index * 3)]));
  const wide = geometry.hull(points).map(([x, y]) => /** @type {[number, number]} */ ([x * 1.0001, y * 1.0001]));
  assert.ok(points.every(([x, y]) => geometry.isInside(wide, x, y)));
});

test("rings of one path all run the same way round", () => {
  const area = (/** @type {readonly (readonly [number, number])[]} */ ring) =>
    ring.reduce((sum, [x, y], index) => sum + x * (ring[(index + 1) % ring.length]?.[1] ?? 0) - (ring[(index + 1) % ring.length]?.[0] ?? 0) * y, 0);
  assert.ok(area(geometry.clockwise(SQUARE)) > 0);
  assert.ok(area(geometry.clockwise([...SQUARE].reverse())) > 0);
});

test("path data closes a ring and leaves a line open", () => {
  assert.equal("M0 0L60 0L60 60L0 60Z", geometry.pathOf(SQUARE));
  assert.equal("M0 0L1.5 2", geometry.pathOf([[0, 0], [1.5, 2]], false));
});
