/**
 * Where the hands have been, as warmth that builds up under them and fades over a minute and a half.
 *
 * Conventions: mm in the back frame on a 4 mm grid; warmth from 0 to 1.
 */
import { clamp, isInside } from "./geometry.js";
import { blurred } from "./relief-grid.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./clay.js").Palette} Palette */

const STEP = 4;
const REACH_MM = 30;
const FADES_IN_S = 90;
/** A stroke that takes a second over a place leaves about 4 %. */
const GAIN_PER_S = 0.12;
/** @type {Record<Palette, [number, number, number, number]>} r, g, b, strongest alpha */
const WARMTH = { day: [168, 68, 34, 0.42], evening: [226, 112, 58, 0.5], candle: [226, 92, 34, 0.72] };

export class Trace {
  /** @param {{x0: number, y0: number, x1: number, y1: number}} box mm */
  constructor(box) {
    this.box = box;
    this.columns = Math.round((box.x1 - box.x0) / STEP);
    this.rows = Math.round((box.y1 - box.y0) / STEP);
    this.warmth = new Float32Array(this.columns * this.rows);
  }

  clear() {
    this.warmth.fill(0);
  }

  /** A hand pressing at a place for a while. @param {Point} at mm @param {number} pressure felt @param {number} seconds */
  press([x, y], pressure, seconds) {
    const gain = GAIN_PER_S * (0.4 + pressure / 5) * seconds;
    const [column, row] = [(x - this.box.x0) / STEP, (y - this.box.y0) / STEP];
    const reach = Math.ceil(REACH_MM / STEP);
    for (let r = Math.max(0, Math.floor(row - reach)); r < Math.min(this.rows, row + reach); r += 1) {
      for (let c = Math.max(0, Math.floor(column - reach)); c < Math.min(this.columns, column + reach); c += 1) {
        const far = (((c - column) ** 2 + (r - row) ** 2) * STEP * STEP) / (REACH_MM * REACH_MM);
        const at = r * this.columns + c;
        const here = /** @type {number} */ (this.warmth[at]);
        if (far < 1) this.warmth[at] = here + gain * (1 - far) ** 2 * (1 - here);
      }
    }
  }

  /** @param {number} seconds */
  fade(seconds) {
    const left = Math.exp((-3 * seconds) / FADES_IN_S);
    for (let at = 0; at < this.warmth.length; at += 1) this.warmth[at] = /** @type {number} */ (this.warmth[at]) * left;
  }

  /** A whole place that was worked, softly edged. @param {readonly Point[]} ring @param {number} strength 0 to 1 */
  cover(ring, strength) {
    const mask = new Float32Array(this.warmth.length);
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        const inside = isInside(ring, this.box.x0 + (column + 0.5) * STEP, this.box.y0 + (row + 0.5) * STEP);
        if (inside) mask[row * this.columns + column] = strength;
      }
    }
    blurred(mask, this.columns, this.rows, 14 / STEP).forEach((value, at) => {
      this.warmth[at] = 1 - (1 - /** @type {number} */ (this.warmth[at])) * (1 - value);
    });
  }

  /** Only on the back itself. @param {HTMLCanvasElement} canvas @param {Palette} palette @param {string} outline path data, mm */
  paint(canvas, palette, outline) {
    if (canvas.width !== this.columns || canvas.height !== this.rows) [canvas.width, canvas.height] = [this.columns, this.rows];
    const [red, green, blue, most] = WARMTH[palette];
    const pixels = new Uint8ClampedArray(this.warmth.length * 4);
    this.warmth.forEach((value, at) => pixels.set([red, green, blue, 255 * most * clamp(value, 0, 1)], at * 4));
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.putImageData(new ImageData(pixels, this.columns, this.rows), 0, 0);
    pen.setTransform(1 / STEP, 0, 0, 1 / STEP, -this.box.x0 / STEP, -this.box.y0 / STEP);
    pen.globalCompositeOperation = "destination-in";
    pen.fill(new Path2D(outline));
    pen.globalCompositeOperation = "source-over";
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }
}
