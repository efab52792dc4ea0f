/**
 * The rounded torso under the muscles: screened Poisson inside the outline, its square root as height.
 *
 * Conventions: as in relief-height.js. Solved on three grids, each starting from the coarser one's answer, so that few
 * rounds are needed where there are many cells.
 */
import { BASE } from "./relief-figures.js";
import { blurred } from "./relief-grid.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {{y0: number, step: number, columns: number, rows: number}} Grid */

/** Rounds and over-relaxation, coarsest first. @type {readonly (readonly [rounds: number, factor: number])[]} */
const LEVELS = [[44, 1.78], [16, 1.6], [9, 1.35]];
/** The torso's edge is softened as skin is. */
const SKIN_MM = 4.1;

/** @param {readonly Point[]} ring outline, mm @param {Grid} grid @returns {Float32Array} mm */
export function torso(ring, grid) {
  let [values, columns] = [new Float32Array(), 0];
  LEVELS.forEach(([rounds, factor], index) => {
    const times = 2 ** (LEVELS.length - 1 - index);
    const level = times === 1 ? grid : coarser(grid, times);
    values = index ? refined(values, columns, level) : new Float32Array(level.columns * level.rows);
    relax(values, insideMask(ring, level), level, rounds, factor);
    columns = level.columns;
  });
  const height = values.map((value) => BASE.rise_mm * (Math.sqrt(value + 0.035) - 0.187));
  return blurred(height, grid.columns, grid.rows, SKIN_MM / grid.step);
}

/** @param {Grid} grid @param {number} times @returns {Grid} */
function coarser({ y0, step, columns, rows }, times) {
  return { y0, step: step * times, columns: Math.ceil(columns / times) + 1, rows: Math.ceil(rows / times) + 1 };
}

/** @param {Float32Array} coarse @param {number} coarseColumns @param {Grid} grid */
function refined(coarse, coarseColumns, { columns, rows }) {
  const fine = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      fine[row * columns + column] = /** @type {number} */ (coarse[(row >> 1) * coarseColumns + (column >> 1)]);
    }
  }
  return fine;
}

/** Where each row of a grid crosses the outline, from left to right; every second one leads out again.
 * @param {readonly Point[]} ring @param {{y0: number, step: number, rows: number}} grid @returns {number[][]} x, mm */
export function crossings(ring, { y0, step, rows }) {
  /** @type {number[][]} */
  const lines = Array.from({ length: rows }, () => []);
  ring.forEach(([x, y], index) => {
    const [bx, by] = /** @type {Point} */ (ring[(index + ring.length - 1) % ring.length]);
    const first = Math.max(0, Math.ceil((Math.min(y, by) - y0) / step));
    for (let row = first; row < rows && y0 + row * step < Math.max(y, by); row += 1) {
      lines[row]?.push(x + ((bx - x) * (y0 + row * step - y)) / (by - y));
    }
  });
  return lines.map((line) => line.sort((a, b) => a - b));
}

/** @param {readonly Point[]} ring @param {Grid} grid */
function insideMask(ring, grid) {
  const { step, columns, rows } = grid;
  const mask = new Uint8Array(columns * rows);
  crossings(ring, grid).forEach((line, row) => {
    for (let pair = 0; pair + 1 < line.length; pair += 2) {
      const from = Math.max(0, Math.ceil(/** @type {number} */ (line[pair]) / step));
      const to = Math.min(columns, Math.ceil(/** @type {number} */ (line[pair + 1]) / step));
      if (to > from) mask.fill(1, row * columns + from, row * columns + to);
    }
  });
  return mask;
}

/** Successive over-relaxation of u − L²∇²u = 1, zero outside, mirrored at x = 0, level at the lower end.
 * @param {Float32Array} u @param {Uint8Array} mask @param {Grid} grid @param {number} rounds @param {number} factor */
function relax(u, mask, { step, columns, rows }, rounds, factor) {
  const reach = (BASE.screening_mm / step) ** 2;
  const own = 1 / (1 + 4 * reach);
  for (let at = 0; at < u.length; at += 1) if (!mask[at]) u[at] = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 1; row < rows; row += 1) {
      const below = row + 1 < rows ? columns : -columns;
      const last = row * columns + columns - 1;
      for (let at = row * columns; at < last; at += 1) {
        if (!mask[at]) continue;
        const left = at === last - columns + 1 ? at + 1 : at - 1;
        const around = /** @type {number} */ (u[left]) + /** @type {number} */ (u[at + 1]) + /** @type {number} */ (u[at - columns]) + /** @type {number} */ (u[at + below]);
        const here = /** @type {number} */ (u[at]);
        u[at] = here + factor * ((1 + reach * around) * own - here);
      }
    }
  }
}
