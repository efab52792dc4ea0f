/**
 * The height of the clay back over the mat, as a grid of its right half.
 *
 * Conventions: mm; `values[row * columns + column]` at x = column · step, y = y0 + row · step; the left half is the mirror.
 * Based on relief-figures.js, stretched to a person's length and widths.
 */
import { curveThrough, interpolate, isInside, mirrored } from "./geometry.js";
import * as figures from "./relief-figures.js";
import { blurred, doubled } from "./relief-grid.js";
import { torso } from "./relief-torso.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {{u_mm: number, shoulders_mm: number, hips_mm: number}} Size one person's three measures */
/** @typedef {{y0: number, step: number, columns: number, rows: number, values: Float32Array}} HalfField */

const WIDTH = 292;
const TOP = -296;
/** Nothing modelled is sharper than 7 mm, so a grid this coarse holds it; doubling it leaves it as soft as flesh. */
const COARSE = 2;
const BOTTOM = 648;
/** Points between two given ones of a ridge: enough that it bends without a crease. */
const BETWEEN = 5;
/** Squared sigmas from a ridge beyond which it adds nothing. */
const FAR = 14;
/** Weights of a small bell over v. */
const EASE = /** @type {const} */ ([[-0.08, 0.06], [-0.05, 0.14], [-0.025, 0.19], [0, 0.22], [0.025, 0.19], [0.05, 0.14], [0.08, 0.06]]);

/** One name for everyone this size. @param {Size} size */
export const sizeKey = (size) => [size.u_mm, size.shoulders_mm, size.hips_mm].map(Math.round).join("-");

/** The box a baked back fills, in mm. @param {Size} size */
export function extent(size) {
  const along = size.u_mm / figures.NEUTRAL.u_mm;
  const across = Math.max(size.shoulders_mm / figures.NEUTRAL.shoulders_mm, size.hips_mm / figures.NEUTRAL.hips_mm);
  const half = Math.ceil((WIDTH * across) / 4) * 4;
  return { x0: -half, y0: TOP * along, x1: half, y1: BOTTOM * along };
}

/** How much wider than the neutral body someone is at a level; shoulders and hips have their own share.
 * @param {Size} size @param {number} v y / U */
export function widening(size, v) {
  const shoulders = size.shoulders_mm / figures.NEUTRAL.shoulders_mm;
  const hips = size.hips_mm / figures.NEUTRAL.hips_mm;
  return interpolate([[-0.16, (1 + shoulders) / 2], [0, shoulders], [0.42, shoulders], [0.8, hips]], v);
}

/** A point of the neutral body on this person. @param {Size} size @param {Point} point @returns {Point} */
export function placed(size, [x, y]) {
  return [x * widening(size, y / figures.NEUTRAL.u_mm), (y * size.u_mm) / figures.NEUTRAL.u_mm];
}

/** The whole outline as one ring, mm. @param {Size} size */
export function outlineRing(size) {
  return mirrored(curveThrough(figures.OUTLINE, 6).map((point) => placed(size, point)));
}

/** @param {Size} size @param {number} [step] mm @returns {HalfField} */
export function heightField(size, step = 2) {
  const { x1, y0, y1 } = extent(size);
  const grid = { y0, step, columns: Math.round(x1 / step) + 1, rows: Math.round((y1 - y0) / step) + 1 };
  const values = torso(outlineRing(size), grid);
  const muscles = doubled(flesh(size, step * COARSE), grid);
  for (let at = 0; at < values.length; at += 1) values[at] = /** @type {number} */ (values[at]) + /** @type {number} */ (muscles[at]);
  return { ...grid, values };
}

/** All that lies over the torso: swells, spine, muscles, bones. @param {Size} size @param {number} step mm @returns {HalfField} */
function flesh(size, step) {
  const { x1, y0, y1 } = extent(size);
  const [columns, rows] = [Math.ceil(x1 / step) + 2, Math.ceil((y1 - y0) / step) + 2];
  const field = { y0, step, columns, rows, values: new Float32Array(columns * rows) };
  addSwells(field, size);
  addSpine(field, size);
  for (const plate of figures.PLATES) addPlate(field, size, plate);
  for (const ridge of Object.values(figures.RIDGES)) addRidge(field, size, ridge);
  for (const blob of [...figures.BLOBS, ...figures.KNOBS, figures.SEAT]) addBlob(field, size, blob);
  return field;
}

/** @param {HalfField} field @param {Size} size */
function addSwells(field, size) {
  const { CHEST: chest, SMALL_OF_BACK: small } = figures;
  for (let row = 0; row < field.rows; row += 1) {
    const v = (field.y0 + row * field.step) / size.u_mm;
    const wide = widening(size, v);
    const up = chest.height * Math.exp(-0.5 * ((v - chest.v) / chest.sigma_v) ** 2);
    const down = small.height * Math.exp(-0.5 * ((v - small.v) / small.sigma_v) ** 2);
    for (let column = 0; column < field.columns; column += 1) {
      const x = (column * field.step) / wide;
      add(field, row * field.columns + column, up + down * Math.exp(-0.5 * (x / small.sigma_x) ** 2));
    }
  }
}

/** The furrow and the two columns. @param {HalfField} field @param {Size} size */
function addSpine(field, size) {
  const { FURROW: furrow, COLUMNS: columns } = figures;
  for (let row = 0; row < field.rows; row += 1) {
    const v = (field.y0 + row * field.step) / size.u_mm;
    const wide = widening(size, v);
    const depth = eased(furrow.depth, v);
    const width = eased(furrow.sigma, v);
    const centre = eased(columns.centre, v);
    const sigma = eased(columns.sigma, v);
    const height = eased(columns.height, v);
    for (let column = 0; column * field.step < 130; column += 1) {
      const x = (column * field.step) / wide;
      const ridge = height * Math.exp(-0.5 * ((x - centre) / sigma) ** 2);
      add(field, row * field.columns + column, ridge - depth * Math.exp(-0.5 * (x / width) ** 2));
    }
  }
}

/** A table read without its corners, which the lamp would show as lines across. @param {readonly Point[]} table @param {number} v */
function eased(table, v) {
  return EASE.reduce((sum, [offset, share]) => sum + share * interpolate(table, v + offset), 0);
}

/** @param {HalfField} field @param {Size} size @param {{height: number, blur: number, points: Point[]}} plate */
function addPlate(field, size, { height, blur, points }) {
  const ring = points.map((point) => placed(size, point));
  const mask = new Float32Array(field.values.length);
  each(field, ring, 0, (at, x, y) => {
    if (isInside(ring, x, y)) mask[at] = height;
  });
  const soft = blurred(mask, field.columns, field.rows, blur / field.step);
  soft.forEach((value, at) => add(field, at, value));
}

/** @param {HalfField} field @param {Size} size @param {figures.Ridge} ridge */
function addRidge(field, size, { points, sigma, height }) {
  const line = curveThrough(points, BETWEEN).map((point) => placed(size, point));
  const fine = (/** @type {number[]} */ list) => line.map((_, index) => interpolate(list.map((value, at) => [at * BETWEEN, value]), index));
  const spans = spansOf(line, fine(sigma), fine(height));
  each(field, line, 3.4 * Math.max(...sigma), (at, x, y) => add(field, at, strongest(spans, x, y)));
}

/** @typedef {{x: number, y: number, dx: number, dy: number, inverse: number, sigma: number, wider: number, height: number, higher: number}} Span one straight piece of a ridge */

/** @param {readonly Point[]} line @param {number[]} sigma @param {number[]} height @returns {Span[]} */
function spansOf(line, sigma, height) {
  return line.slice(1).map(([x1, y1], index) => {
    const [x, y] = /** @type {Point} */ (line[index]);
    const [dx, dy] = [x1 - x, y1 - y];
    const [s, h] = [/** @type {number} */ (sigma[index]), /** @type {number} */ (height[index])];
    const [wider, higher] = [/** @type {number} */ (sigma[index + 1]) - s, /** @type {number} */ (height[index + 1]) - h];
    return { x, y, dx, dy, inverse: 1 / (dx * dx + dy * dy || 1), sigma: s, wider, height: h, higher };
  });
}

/** What the piece that matters most adds at a point. @param {Span[]} spans @param {number} x @param {number} y */
function strongest(spans, x, y) {
  let best = 0;
  for (const span of spans) {
    const px = x - span.x;
    const py = y - span.y;
    const along = Math.min(1, Math.max(0, (px * span.dx + py * span.dy) * span.inverse));
    const ox = px - span.dx * along;
    const oy = py - span.dy * along;
    const sigma = span.sigma + span.wider * along;
    const away = (ox * ox + oy * oy) / (sigma * sigma);
    if (away > FAR) continue;
    const value = (span.height + span.higher * along) * Math.exp(-0.5 * away);
    if (Math.abs(value) > Math.abs(best)) best = value;
  }
  return best;
}

/** @param {HalfField} field @param {Size} size @param {figures.Blob} blob */
function addBlob(field, size, { centre, sigma, height, turned_deg = 0 }) {
  const [cx, cy] = placed(size, centre);
  const turn = (turned_deg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  each(field, [[cx, cy]], 4.4 * Math.max(...sigma), (at, x, y) => {
    const a = ((x - cx) * cos + (y - cy) * sin) / sigma[0];
    const b = ((y - cy) * cos - (x - cx) * sin) / sigma[1];
    add(field, at, height * Math.exp(-0.5 * (a * a + b * b)));
  });
}

/** @param {HalfField} field @param {number} at @param {number} value */
function add(field, at, value) {
  field.values[at] = /** @type {number} */ (field.values[at]) + value;
}

/** Visit the cells within `reach` of a set of points' box.
 * @param {HalfField} field @param {readonly Point[]} points @param {number} reach mm
 * @param {(at: number, x: number, y: number) => void} visit */
function each(field, points, reach, visit) {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const cell = (/** @type {number} */ value) => value / field.step;
  const left = Math.max(0, Math.floor(cell(Math.min(...xs) - reach)));
  const right = Math.min(field.columns - 1, Math.ceil(cell(Math.max(...xs) + reach)));
  const top = Math.max(0, Math.floor(cell(Math.min(...ys) - reach - field.y0)));
  const bottom = Math.min(field.rows - 1, Math.ceil(cell(Math.max(...ys) + reach - field.y0)));
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      visit(row * field.columns + column, column * field.step, field.y0 + row * field.step);
    }
  }
}
