/**
 * Lights a height field: one wrapped key, a weak fill, hollows, a trace of sheen; gives RGBA pixels.
 *
 * Conventions: see clay.js for angles; pixels are opaque towards the middle and thin out at crown, hips and upper arms.
 */
import { KEY_AZIMUTH_DEG, TURN_DEG } from "./back-view.js";
import { CLAY, direction, exposed, grain, toneTable } from "./clay.js";
import { smoothstep } from "./geometry.js";
import { FADES, NEUTRAL } from "./relief-figures.js";
import { blurred } from "./relief-height.js";

/** @typedef {import("./relief-height.js").HalfField} HalfField */
/** @typedef {import("./relief-height.js").Size} Size */
/** @typedef {import("./clay.js").Palette} Palette */
/** @typedef {import("./back-view.js").Facing} Facing */
/** @typedef {{width: number, height: number, pixels: Uint8ClampedArray<ArrayBuffer>}} Picture */

const KEY_ELEVATION_DEG = 40;
const FILL_ELEVATION_DEG = 34;
const WRAP = 0.28;
/** How far a palette is opened up. @type {Record<Palette, number>} */
const GAIN = { day: 1, evening: 1, candle: 1.14 };
/** Hollows are darkened, swellings lightened, at three sizes: [sigma mm, mm for full effect, share]. */
const HOLLOWS = /** @type {const} */ ([[6, 5, 0.3], [16, 11, 0.34], [40, 30, 0.36]]);

/** Per person: how hollow each place is, −1 to 1; does not depend on the light. @param {HalfField} field */
export function hollows(field) {
  const sum = new Float32Array(field.values.length);
  for (const [sigma, full, share] of HOLLOWS) {
    const soft = blurred(field.values, field.columns, field.rows, sigma / field.step);
    for (let at = 0; at < sum.length; at += 1) {
      const depth = (/** @type {number} */ (field.values[at]) - /** @type {number} */ (soft[at])) / full;
      sum[at] = /** @type {number} */ (sum[at]) + share * Math.tanh(depth);
    }
  }
  return sum;
}

/** @param {HalfField} field @param {Float32Array} hollow from `hollows` @param {Size} size
 * @param {{palette: Palette, facing: Facing, px_per_mm: number}} options @returns {Picture} */
export function light(field, hollow, size, { palette, facing, px_per_mm }) {
  const tones = halfTones(field, hollow, facing, size);
  const width = Math.round((field.columns - 1) * 2 * field.step * px_per_mm);
  const height = Math.round((field.rows - 1) * field.step * px_per_mm);
  const pixels = new Uint8ClampedArray(width * height * 4);
  const table = toneTable(CLAY.back[palette]);
  const gain = GAIN[palette];
  const scale = 1 / (px_per_mm * field.step);
  const middle = field.columns - 1;
  const fullColumns = middle * 2 + 1;
  for (let y = 0; y < height; y += 1) {
    const v = (y + 0.5) * scale;
    const row = Math.min(field.rows - 2, Math.floor(v));
    const fv = v - row;
    const yMm = ((field.y0 + v * field.step) * NEUTRAL.u_mm) / size.u_mm;
    const along = smoothstep(FADES.crown[0], FADES.crown[1], yMm) * smoothstep(FADES.hips[1], FADES.hips[0], yMm);
    const arm = smoothstep(FADES.arms[1], FADES.arms[0], yMm);
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5) * scale;
      const column = Math.min(fullColumns - 2, Math.floor(u));
      const fu = u - column;
      const at = row * fullColumns + column;
      const upper = /** @type {number} */ (tones[at]) * (1 - fu) + /** @type {number} */ (tones[at + 1]) * fu;
      const lower = /** @type {number} */ (tones[at + fullColumns]) * (1 - fu) + /** @type {number} */ (tones[at + fullColumns + 1]) * fu;
      const tone = Math.round(1023 * exposed((upper * (1 - fv) + lower * fv) * gain));
      const xMm = Math.abs(u - middle) * field.step;
      const inArm = smoothstep(166, 190, (xMm * NEUTRAL.shoulders_mm) / size.shoulders_mm);
      const to = (y * width + x) * 4;
      const noise = grain(x, y) * 1.6;
      pixels[to] = /** @type {number} */ (table[tone * 3]) + noise;
      pixels[to + 1] = /** @type {number} */ (table[tone * 3 + 1]) + noise;
      pixels[to + 2] = /** @type {number} */ (table[tone * 3 + 2]) + noise;
      pixels[to + 3] = 255 * along * (1 - inArm + inArm * arm);
    }
  }
  return { width, height, pixels };
}

/** Tone of every grid point, both halves. @param {HalfField} field @param {Float32Array} hollow @param {Facing} facing @param {Size} size */
function halfTones(field, hollow, facing, size) {
  const turn = TURN_DEG[facing];
  const key = direction({ azimuth_deg: KEY_AZIMUTH_DEG[facing] - turn, elevation_deg: KEY_ELEVATION_DEG });
  const fill = direction({ azimuth_deg: KEY_AZIMUTH_DEG[facing] - turn + 180, elevation_deg: FILL_ELEVATION_DEG });
  const { columns, rows, values, step } = field;
  const wide = columns * 2 - 1;
  const tones = new Float32Array(wide * rows);
  for (let row = 0; row < rows; row += 1) {
    const above = Math.max(0, row - 1) * columns;
    const below = Math.min(rows - 1, row + 1) * columns;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column ? at - 1 : at + 1;
      const right = column + 1 < columns ? at + 1 : at;
      const gx = (/** @type {number} */ (values[right]) - /** @type {number} */ (values[left])) / (2 * step);
      const gy = (/** @type {number} */ (values[below + column]) - /** @type {number} */ (values[above + column])) / (2 * step);
      const dent = /** @type {number} */ (hollow[at]);
      const start = row * wide + columns - 1;
      tones[start + column] = tone(gx, gy, dent, key, fill);
      tones[start - column] = tone(-gx, gy, dent, key, fill);
    }
  }
  return softened(tones, wide, rows, size, step);
}

/** @typedef {readonly [number, number, number]} Vector */
/** @param {number} gx @param {number} gy @param {number} dent @param {Vector} key @param {Vector} fill */
export function tone(gx, gy, dent, key, fill) {
  const inverse = 1 / Math.sqrt(gx * gx + gy * gy + 1);
  const towards = (/** @type {Vector} */ l) => (l[2] - gx * l[0] - gy * l[1]) * inverse;
  const k = towards(key);
  const lit = Math.max(0, (k + WRAP) / (1 + WRAP));
  const back = Math.max(0, towards(fill));
  const half = (k + inverse) * 0.5;
  const sheen = Math.max(0, half) ** 22;
  return 0.93 * lit ** 1.75 + 0.11 * back + 0.26 * dent + 0.04 * sheen;
}

/** A last blur of under 2 mm: flesh, not plaster. @param {Float32Array} tones @param {number} wide @param {number} rows
 * @param {Size} size @param {number} step */
function softened(tones, wide, rows, size, step) {
  if (step > 2 || size.u_mm <= 0) return tones;
  const to = new Float32Array(tones.length);
  for (let row = 0; row < rows; row += 1) {
    const above = Math.max(0, row - 1) * wide;
    const here = row * wide;
    const below = Math.min(rows - 1, row + 1) * wide;
    for (let column = 0; column < wide; column += 1) {
      const left = Math.max(0, column - 1);
      const right = Math.min(wide - 1, column + 1);
      const line = (/** @type {number} */ r) =>
        /** @type {number} */ (tones[r + left]) + 2 * /** @type {number} */ (tones[r + column]) + /** @type {number} */ (tones[r + right]);
      to[here + column] = (line(above) + 2 * line(here) + line(below)) / 16;
    }
  }
  return to;
}
