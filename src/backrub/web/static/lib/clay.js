/**
 * Colour and light for everything drawn in clay: palettes in oklch, one wrapped lamp, tone to pixels.
 *
 * Conventions: tone runs from 0 (shadow) to 1 (highest light); azimuth in degrees on the paper, 0 = from the right,
 * 90 = from below (y grows downwards); elevation above the paper.
 */
import { clamp } from "./geometry.js";

/** @typedef {"day" | "evening" | "candle"} Palette */
/** @typedef {readonly [tone: number, lightness: number, chroma: number, hue_deg: number]} Stop */
/** @typedef {{azimuth_deg: number, elevation_deg: number}} Lamp */

/** @type {Record<"back" | "hand", Record<Palette, readonly Stop[]>>} */
export const CLAY = {
  back: {
    day: [[0, 0.4, 0.065, 38], [0.25, 0.53, 0.085, 43], [0.5, 0.665, 0.088, 52], [0.72, 0.785, 0.075, 62], [0.9, 0.885, 0.052, 72], [1, 0.945, 0.032, 80]],
    evening: [[0, 0.2, 0.045, 36], [0.25, 0.33, 0.068, 41], [0.5, 0.475, 0.082, 48], [0.72, 0.6, 0.08, 56], [0.9, 0.705, 0.066, 64], [1, 0.775, 0.05, 70]],
    candle: [[0, 0.085, 0.018, 30], [0.25, 0.145, 0.036, 32], [0.5, 0.225, 0.06, 37], [0.72, 0.325, 0.082, 43], [0.9, 0.45, 0.1, 52], [1, 0.57, 0.105, 60]],
  },
  hand: {
    day: [[0, 0.37, 0.055, 34], [0.3, 0.53, 0.068, 42], [0.6, 0.7, 0.066, 52], [0.85, 0.82, 0.052, 62], [1, 0.88, 0.042, 68]],
    evening: [[0, 0.23, 0.05, 32], [0.3, 0.38, 0.072, 38], [0.6, 0.54, 0.078, 46], [0.85, 0.66, 0.07, 56], [1, 0.74, 0.055, 62]],
    candle: [[0, 0.1, 0.02, 26], [0.3, 0.18, 0.055, 30], [0.6, 0.29, 0.09, 35], [0.85, 0.42, 0.115, 42], [1, 0.58, 0.12, 50]],
  },
};

/** @param {Lamp} lamp @returns {readonly [number, number, number]} */
export function direction({ azimuth_deg, elevation_deg }) {
  const [a, e] = [(azimuth_deg * Math.PI) / 180, (elevation_deg * Math.PI) / 180];
  return [Math.cos(e) * Math.cos(a), Math.cos(e) * Math.sin(a), Math.sin(e)];
}

const SHOULDER = 0.68;

/** A tone brought between 0 and 1: above the shoulder light is compressed, so that nothing burns out. @param {number} tone */
export function exposed(tone) {
  if (tone < SHOULDER) return tone < 0 ? 0 : tone;
  return SHOULDER + (1 - SHOULDER) * Math.tanh((tone - SHOULDER) / (1 - SHOULDER));
}

/** sRGB bytes for 1024 tones, interpolated in Oklab so that no step shows.
 * @param {readonly Stop[]} stops */
export function toneTable(stops) {
  const table = new Float32Array(1024 * 3);
  for (let index = 0; index < 1024; index += 1) {
    const tone = index / 1023;
    const upper = Math.max(1, stops.findIndex((stop) => stop[0] >= tone));
    const [a, b] = [/** @type {Stop} */ (stops[upper - 1]), /** @type {Stop} */ (stops[upper])];
    const w = clamp((tone - a[0]) / (b[0] - a[0]), 0, 1);
    const [la, lb] = [oklab(a), oklab(b)];
    table.set(toSrgb(la[0] + (lb[0] - la[0]) * w, la[1] + (lb[1] - la[1]) * w, la[2] + (lb[2] - la[2]) * w), index * 3);
  }
  return table;
}

/** @param {Stop} stop @returns {[number, number, number]} */
function oklab([, lightness, chroma, hue]) {
  return [lightness, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
}

/** Oklab to sRGB 0–255 (Ottosson 2020). @param {number} l @param {number} a @param {number} b */
export function toSrgb(l, a, b) {
  const lms = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const [x = 0, y = 0, z = 0] = lms;
  const linear = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
  return linear.map((value) => {
    const v = clamp(value, 0, 1);
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  });
}

/** A fixed grain of about one step, so that dark slopes show no bands. @param {number} x @param {number} y */
export function grain(x, y) {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296 - 0.5;
}
