/**
 * Lights a height field: one wrapped key, a weak fill, hollows, a trace of sheen; gives RGBA pixels.
 *
 * Conventions: see clay.js for angles; pixels are opaque towards the middle and thin out at crown, hips and upper arms.
 */
import { KEY_AZIMUTH_DEG, TURN_DEG } from "./back-view.js";
import { CLAY, direction, exposed, grain, toneTable } from "./clay.js";
import { smoothstep } from "./geometry.js";
import { FADES, NEUTRAL } from "./relief-figures.js";
import { blurred, doubled } from "./relief-grid.js";
import { outlineRing } from "./relief-height.js";
import { crossings } from "./relief-torso.js";

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
/** Shades of a palette, over tones up to 2: above 1 they are compressed. */
const SHADES = 4096;
const SHADES_PER_TONE = SHADES / 2;
/** About one step of a pixel's byte: dark slopes show no bands. */
const GRAIN_SHADES = 14;
/** The edge is cut by the page along the outline; light reaches a little over it. */
const OVER_PX = 2;
/** Where an upper arm begins to be its own, on the neutral body. */
const ARM_MM = /** @type {const} */ ([166, 190]);

/** Per person: how hollow each place is, −1 to 1; does not depend on the light. @param {HalfField} field */
export function hollows(field) {
  const coarse = everySecond(field);
  const sum = new Float32Array(coarse.values.length);
  for (const [sigma, full, share] of HOLLOWS) {
    const soft = blurred(coarse.values, coarse.columns, coarse.rows, sigma / coarse.step);
    for (let at = 0; at < sum.length; at += 1) {
      const depth = (/** @type {number} */ (coarse.values[at]) - /** @type {number} */ (soft[at])) / full;
      sum[at] = /** @type {number} */ (sum[at]) + share * Math.tanh(depth);
    }
  }
  return doubled({ ...coarse, values: sum }, field);
}

/** @param {HalfField} field @returns {HalfField} */
function everySecond({ y0, step, columns, rows, values }) {
  const half = { y0, step: step * 2, columns: (columns + 1) >> 1, rows: (rows + 1) >> 1 };
  const kept = new Float32Array(half.columns * half.rows);
  for (let at = 0; at < kept.length; at += 1) {
    const row = Math.floor(at / half.columns);
    kept[at] = /** @type {number} */ (values[row * 2 * columns + (at - row * half.columns) * 2]);
  }
  return { ...half, values: kept };
}

/** @param {HalfField} field @param {Float32Array} hollow from `hollows` @param {Size} size
 * @param {{palette: Palette, facing: Facing, px_per_mm: number}} options @returns {Picture} clear beyond the outline */
export function light(field, hollow, size, { palette, facing, px_per_mm }) {
  const tones = halfTones(field, hollow, facing, size);
  const width = Math.round((field.columns - 1) * 2 * field.step * px_per_mm);
  const height = Math.round((field.rows - 1) * field.step * px_per_mm);
  const pixels = new Uint32Array(width * height);
  const colours = shades(palette);
  const arms = armShares(width, px_per_mm, size);
  const lines = crossings(outlineRing(size), { y0: field.y0, step: 1 / px_per_mm, rows: height });
  const from = (/** @type {number | undefined} */ x_mm) => Math.round(width / 2 + (x_mm ?? 0) * px_per_mm);
  for (let y = 0; y < height; y += 1) {
    const fades = fadesAt(field.y0 + y / px_per_mm, size);
    if (fades.along <= 0) continue;
    const line = lines[y] ?? [];
    const row = { y, width, px_per_mm: px_per_mm * field.step, fades, arms };
    for (let pair = 0; pair + 1 < line.length; pair += 2) {
      const [first, last] = [Math.max(0, from(line[pair]) - OVER_PX), Math.min(width, from(line[pair + 1]) + OVER_PX)];
      paintSpan(pixels, row, [first, last], tones, field, colours);
    }
  }
  return { width, height, pixels: new Uint8ClampedArray(pixels.buffer) };
}

/** Part of one row of pixels: tone between four grid points, then its colour. @param {Uint32Array} pixels
 * @param {{y: number, width: number, px_per_mm: number, fades: {along: number, arm: number}, arms: Float32Array}} row
 * @param {readonly [number, number]} span px @param {Float32Array} tones @param {HalfField} field @param {Uint32Array} colours */
function paintSpan(pixels, { y, width, px_per_mm, fades, arms }, [first, last], tones, field, colours) {
  const wide = field.columns * 2 - 1;
  const v = (y + 0.5) / px_per_mm;
  const row = Math.min(field.rows - 2, Math.floor(v));
  const fv = v - row;
  for (let x = first; x < last; x += 1) {
    const u = (x + 0.5) / px_per_mm;
    const column = Math.min(wide - 2, Math.floor(u));
    const fu = u - column;
    const at = row * wide + column;
    const upper = /** @type {number} */ (tones[at]) * (1 - fu) + /** @type {number} */ (tones[at + 1]) * fu;
    const lower = /** @type {number} */ (tones[at + wide]) * (1 - fu) + /** @type {number} */ (tones[at + wide + 1]) * fu;
    const shade = Math.round((upper + (lower - upper) * fv) * SHADES_PER_TONE + grain(x, y) * GRAIN_SHADES);
    const inArm = /** @type {number} */ (arms[x]);
    const alpha = 255 * fades.along * (1 - inArm + inArm * fades.arm);
    const colour = /** @type {number} */ (colours[shade < 0 ? 0 : shade >= SHADES ? SHADES - 1 : shade]);
    pixels[y * width + x] = colour | (alpha << 24);
  }
}

/** Every shade of a palette as a pixel without alpha, over-bright tones compressed. @param {Palette} palette */
function shades(palette) {
  const table = toneTable(CLAY.back[palette]);
  return Uint32Array.from({ length: SHADES }, (_, shade) => {
    const at = Math.round(1023 * exposed((shade / SHADES_PER_TONE) * GAIN[palette])) * 3;
    const byte = (/** @type {number} */ band) => Math.round(/** @type {number} */ (table[at + band]));
    return byte(0) | (byte(1) << 8) | (byte(2) << 16);
  });
}

/** How far each column belongs to an upper arm. @param {number} width px @param {number} px_per_mm @param {Size} size */
function armShares(width, px_per_mm, size) {
  const across = NEUTRAL.shoulders_mm / size.shoulders_mm / px_per_mm;
  return Float32Array.from({ length: width }, (_, x) => smoothstep(ARM_MM[0], ARM_MM[1], Math.abs(x + 0.5 - width / 2) * across));
}

/** How much of the body, and of the arms, still shows at a level. @param {number} y_mm @param {Size} size */
function fadesAt(y_mm, size) {
  const y = (y_mm * NEUTRAL.u_mm) / size.u_mm;
  const along = smoothstep(FADES.crown[0], FADES.crown[1], y) * smoothstep(FADES.hips[1], FADES.hips[0], y);
  return { along, arm: smoothstep(FADES.arms[1], FADES.arms[0], y) };
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
  const k = (key[2] - gx * key[0] - gy * key[1]) * inverse;
  const lit = Math.max(0, (k + WRAP) / (1 + WRAP));
  const back = Math.max(0, (fill[2] - gx * fill[0] - gy * fill[1]) * inverse);
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
