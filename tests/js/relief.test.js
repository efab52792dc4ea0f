import assert from "node:assert/strict";
import { test } from "node:test";

import { CLAY, toSrgb, toneTable } from "../../src/backrub/web/static/lib/clay.js";
import { bake } from "../../src/backrub/web/static/lib/relief-bake.js";
import { NEUTRAL } from "../../src/backrub/web/static/lib/relief-figures.js";
import { blurred, doubled } from "../../src/backrub/web/static/lib/relief-grid.js";
import { extent, heightField, outlineRing, placed } from "../../src/backrub/web/static/lib/relief-height.js";
import { relief, sizeOf } from "../../src/backrub/web/static/lib/relief.js";
import { ATLAS } from "./fixtures/back.js";

const COARSE = 4;
const field = heightField(NEUTRAL, COARSE);
const at = (/** @type {number} */ x, /** @type {number} */ y) =>
  field.values[Math.round((y - field.y0) / COARSE) * field.columns + Math.round(x / COARSE)] ?? NaN;

test("the furrow over the spine lies lower than the columns beside it", () => {
  for (const y of [200, 300, 400]) assert.ok(at(0, y) < at(36, y), `level ${y}`);
});

test("the flanks fall away from the middle", () => {
  for (const y of [100, 250, 400]) assert.ok(at(130, y) < at(50, y), `level ${y}`);
});

test("the small of the back lies lower than the chest", () => {
  assert.ok(at(40, 415) < at(40, 130));
});

test("outside the outline there is nothing that stands up", () => {
  assert.ok(at(280, -100) < 5);
});

test("a longer person has the same landmarks further down, a broader one further out", () => {
  const tall = { u_mm: 550, shoulders_mm: 390, hips_mm: 274 };
  assert.deepEqual([100, 330], placed(tall, [100, 300]).map(Math.round));
  const broad = { u_mm: 500, shoulders_mm: 429, hips_mm: 274 };
  assert.deepEqual([110, 100], placed(broad, [100, 100]).map(Math.round));
  assert.deepEqual([100, 450], placed(broad, [100, 450]).map(Math.round));
});

test("the outline lies inside the box that is baked, whoever it is", () => {
  for (const size of [NEUTRAL, { u_mm: 420, shoulders_mm: 330, hips_mm: 300 }, { u_mm: 580, shoulders_mm: 450, hips_mm: 250 }]) {
    const box = extent(size);
    assert.ok(outlineRing(size).every(([x]) => x > box.x0 && x < box.x1));
  }
});

test("an atlas gives the relief its three measures, and none gives the neutral body", () => {
  assert.deepEqual(NEUTRAL, sizeOf(undefined));
  const size = sizeOf(ATLAS);
  assert.ok(Math.abs(size.u_mm - 496) < 2 && Math.abs(size.shoulders_mm - 390) < 8 && Math.abs(size.hips_mm - 274) < 8, JSON.stringify(size));
});

test("blurring keeps the sum of what lies in the middle", () => {
  const spike = new Float32Array(41 * 41);
  spike[20 * 41 + 20] = 1;
  const sum = blurred(spike, 41, 41, 2).reduce((total, value) => total + value, 0);
  assert.ok(Math.abs(sum - 1) < 1e-3, String(sum));
});

test("a grid made twice as fine keeps what is level, and what rises evenly", () => {
  const values = Float32Array.from({ length: 7 * 5 }, (_, at) => 3 + 2 * Math.floor(at / 7));
  const fine = doubled({ columns: 7, rows: 5, values }, { columns: 13, rows: 9 });
  const rows = [2, 3, 4, 5, 6].map((row) => Array.from(fine.subarray(row * 13, row * 13 + 13)));
  assert.deepEqual([5, 6, 7, 8, 9].map((level) => new Array(13).fill(level)), rows);
});

test("the light stays inside the outline, so that the page need only cut along it", () => {
  const picture = bake(NEUTRAL, { palette: "day", facing: "up", px_per_mm: 0.5 });
  const box = extent(NEUTRAL);
  const alpha = (/** @type {number} */ x, /** @type {number} */ y) =>
    picture.pixels[(Math.round((y - box.y0) * 0.5) * picture.width + Math.round((x - box.x0) * 0.5)) * 4 + 3];
  assert.deepEqual([0, 0, 255], [alpha(-270, 20), alpha(200, 420), alpha(-120, 420)]);
});

test("white and black come out of oklab as white and black", () => {
  assert.deepEqual([255, 255, 255], toSrgb(1, 0, 0).map(Math.round));
  assert.deepEqual([0, 0, 0], toSrgb(0, 0, 0).map(Math.round));
});

test("every clay grows lighter with tone, and stays between red and yellow", () => {
  for (const palette of [...Object.values(CLAY.back), ...Object.values(CLAY.hand)]) {
    const table = toneTable(palette);
    const sum = (/** @type {number} */ tone) => (table[tone * 3] ?? 0) + (table[tone * 3 + 1] ?? 0) + (table[tone * 3 + 2] ?? 0);
    for (let tone = 1; tone < 1024; tone += 1) assert.ok(sum(tone) >= sum(tone - 1) - 1e-3);
    assert.ok(palette.every(([, , , hue]) => hue >= 26 && hue <= 80));
  }
});

test("a picture is opaque on the back and clear at the crown", () => {
  const picture = bake(NEUTRAL, { palette: "candle", facing: "up", px_per_mm: 0.5 });
  const box = extent(NEUTRAL);
  const alpha = (/** @type {number} */ x, /** @type {number} */ y) =>
    picture.pixels[(Math.round((y - box.y0) * 0.5) * picture.width + Math.round((x - box.x0) * 0.5)) * 4 + 3];
  assert.equal(255, alpha(40, 200));
  assert.equal(0, alpha(0, -250));
});

test("the lamp stays at the head end: turned, the shoulders are still lighter than the small of the back's lower side", () => {
  for (const facing of /** @type {const} */ (["up", "left", "right"])) {
    const picture = bake(NEUTRAL, { palette: "day", facing, px_per_mm: 0.5 });
    const box = extent(NEUTRAL);
    const red = (/** @type {number} */ x, /** @type {number} */ y) => picture.pixels[(Math.round((y - box.y0) * 0.5) * picture.width + Math.round((x - box.x0) * 0.5)) * 4] ?? 0;
    assert.ok(red(0, 300) < red(-80, 0) || red(0, 300) < red(80, 0), facing);
  }
});

test("without workers the same question is baked once", async () => {
  const look = /** @type {const} */ ({ palette: "day", facing: "up", px_per_mm: 0.5 });
  const [one, two] = await Promise.all([relief(NEUTRAL, look), relief({ ...NEUTRAL }, look)]);
  assert.equal(one, two);
});
