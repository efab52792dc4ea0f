/**
 * The height of the clay back over the mat, as a grid of its right half.
 *
 * Conventions: mm; `values[row * columns + column]` at x = column · step, y = y0 + row · step; the left half is the mirror.
 * Based on relief-figures.js, stretched to a person's length and widths.
 */
import { curveThrough, interpolate, isInside, mirrored, toSegment } from "./geometry.js";
import * as figures from "./relief-figures.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {{u_mm: number, shoulders_mm: number, hips_mm: number}} Size one person's three measures */
/** @typedef {{y0: number, step: number, columns: number, rows: number, values: Float32Array}} HalfField */

const WIDTH = 292;
const TOP = -296;
/** A last softening of everything: it must read as flesh. */
const FLESH_MM = 2.8;
const BOTTOM = 648;
/** Points between two given ones of a ridge: enough that it bends without a crease. */
const BETWEEN = 5;
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
  const box = extent(size);
  const columns = Math.round(box.x1 / step) + 1;
  const rows = Math.round((box.y1 - box.y0) / step) + 1;
  const field = { y0: box.y0, step, columns, rows, values: torso(size, step, columns, rows, box.y0) };
  addSwells(field, size);
  addSpine(field, size);
  for (const plate of figures.PLATES) addPlate(field, size, plate);
  for (const ridge of Object.values(figures.RIDGES)) addRidge(field, size, ridge);
  for (const blob of [...figures.BLOBS, ...figures.KNOBS, figures.SEAT]) addBlob(field, size, blob);
  return { ...field, values: blurred(field.values, field.columns, field.rows, FLESH_MM / step) };
}

/** The rounded torso: screened Poisson inside the outline, solved coarse then fine, its square root as height.
 * @param {Size} size @param {number} step @param {number} columns @param {number} rows @param {number} y0 */
function torso(size, step, columns, rows, y0) {
  const ring = outlineRing(size);
  const coarseColumns = Math.ceil(columns / 2) + 1;
  const coarseRows = Math.ceil(rows / 2) + 1;
  const coarse = new Float32Array(coarseColumns * coarseRows);
  relax(coarse, insideMask(ring, step * 2, coarseColumns, coarseRows, y0), coarseColumns, coarseRows, step * 2, 90, 1.86);
  const fine = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      fine[row * columns + column] = /** @type {number} */ (coarse[(row >> 1) * coarseColumns + (column >> 1)]);
    }
  }
  relax(fine, insideMask(ring, step, columns, rows, y0), columns, rows, step, 24, 1.5);
  const height = fine.map((value) => figures.BASE.rise_mm * (Math.sqrt(value + 0.035) - 0.187));
  return blurred(height, columns, rows, 3 / step);
}

/** @param {readonly Point[]} ring @param {number} step @param {number} columns @param {number} rows @param {number} y0 */
function insideMask(ring, step, columns, rows, y0) {
  const mask = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const y = y0 + row * step;
    /** @type {number[]} */
    const crossings = [];
    ring.forEach((point, index) => {
      const before = /** @type {Point} */ (ring[(index + ring.length - 1) % ring.length]);
      if (point[1] > y !== before[1] > y) {
        crossings.push(point[0] + ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]));
      }
    });
    for (let column = 0; column < columns; column += 1) {
      const right = crossings.filter((x) => x > column * step).length;
      mask[row * columns + column] = right % 2;
    }
  }
  return mask;
}

/** Successive over-relaxation of u − L²∇²u = 1, zero outside, mirrored at x = 0, level at the lower end.
 * @param {Float32Array} u @param {Uint8Array} mask @param {number} columns @param {number} rows @param {number} step
 * @param {number} rounds @param {number} factor */
function relax(u, mask, columns, rows, step, rounds, factor) {
  const reach = (figures.BASE.screening_mm / step) ** 2;
  const own = 1 / (1 + 4 * reach);
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 1; row < rows; row += 1) {
      const below = row + 1 < rows ? columns : -columns;
      for (let column = 0; column + 1 < columns; column += 1) {
        const at = row * columns + column;
        if (!mask[at]) {
          u[at] = 0;
          continue;
        }
        const left = column ? at - 1 : at + 1;
        const around = /** @type {number} */ (u[left]) + /** @type {number} */ (u[at + 1]) + /** @type {number} */ (u[at - columns]) + /** @type {number} */ (u[at + below]);
        const here = /** @type {number} */ (u[at]);
        u[at] = here + factor * ((1 + reach * around) * own - here);
      }
    }
  }
}

/** Three box blurs, which is close to a gaussian; mirrored at x = 0 and held at the other edges.
 * @param {Float32Array} values @param {number} columns @param {number} rows @param {number} sigma in cells */
export function blurred(values, columns, rows, sigma) {
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
  let from = values;
  for (let pass = 0; pass < 3; pass += 1) {
    from = boxAcross(from, columns, rows, radius);
    from = boxDown(from, columns, rows, radius);
  }
  return from;
}

/** @param {Float32Array} from @param {number} columns @param {number} rows @param {number} radius */
function boxAcross(from, columns, rows, radius) {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * radius + 1);
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    const at = (/** @type {number} */ column) => /** @type {number} */ (from[start + Math.min(Math.abs(column), columns - 1)]);
    let sum = 0;
    for (let column = -radius; column <= radius; column += 1) sum += at(column);
    for (let column = 0; column < columns; column += 1) {
      to[start + column] = sum * share;
      sum += at(column + radius + 1) - at(column - radius);
    }
  }
  return to;
}

/** @param {Float32Array} from @param {number} columns @param {number} rows @param {number} radius */
function boxDown(from, columns, rows, radius) {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * radius + 1);
  const sums = new Float32Array(columns);
  const start = (/** @type {number} */ row) => Math.min(Math.max(row, 0), rows - 1) * columns;
  for (let row = -radius; row <= radius; row += 1) {
    for (let column = 0, at = start(row); column < columns; column += 1, at += 1) {
      sums[column] = /** @type {number} */ (sums[column]) + /** @type {number} */ (from[at]);
    }
  }
  for (let row = 0; row < rows; row += 1) {
    const out = start(row - radius);
    const into = start(row + radius + 1);
    for (let column = 0; column < columns; column += 1) {
      const sum = /** @type {number} */ (sums[column]);
      to[row * columns + column] = sum * share;
      sums[column] = sum + /** @type {number} */ (from[into + column]) - /** @type {number} */ (from[out + column]);
    }
  }
  return to;
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
  const [sigmas, heights] = [fine(sigma), fine(height)];
  each(field, line, 3.4 * Math.max(...sigma), (at, x, y) => {
    let best = 0;
    for (let index = 0; index + 1 < line.length; index += 1) {
      const [distance, along] = toSegment(x, y, /** @type {Point} */ (line[index]), /** @type {Point} */ (line[index + 1]));
      const mix = (/** @type {number[]} */ list) => /** @type {number} */ (list[index]) * (1 - along) + /** @type {number} */ (list[index + 1]) * along;
      const value = mix(heights) * Math.exp(-0.5 * (distance / mix(sigmas)) ** 2);
      if (Math.abs(value) > Math.abs(best)) best = value;
    }
    add(field, at, best);
  });
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
