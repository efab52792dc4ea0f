/**
 * Hands as ready-made canvases, drawn once per contact, palette, light and look, then only moved.
 *
 * Three looks, one meaning each: `solid` works, `quiet` lies still and rests (as solid, in the shade), `dotted` is in the air,
 * on its way to where it will work (light is dotted).
 */
import { pathOf } from "./geometry.js";
import { handPicture, handShape } from "./hands.js";

/** @typedef {import("./hands.js").Hand} Hand */
/** @typedef {import("./clay.js").Palette} Palette */
/** @typedef {"solid" | "quiet" | "dotted"} HandLook */
/** @typedef {{canvas: HTMLCanvasElement, shape: import("./hands.js").HandShape, px_per_mm: number}} HandPrint */
/** @typedef {{contact: string, hand: Hand, palette: Palette, lamp_azimuth_deg: number, px_per_mm: number, beside: boolean, look: HandLook}} Asked beside: whether the other hand is close by */

/** @type {Record<Palette, {outline: string, line: string, shade: string, quiet: string, dots: string}>} */
const INK = {
  day: { outline: "oklch(0.36 0.06 36)", line: "oklch(0.4 0.06 36 / 0.5)", shade: "oklch(0.83 0.05 58 / 0.62)", quiet: "oklch(0.5 0.06 44 / 0.6)", dots: "oklch(0.42 0.11 36)" },
  evening: { outline: "oklch(0.8 0.09 58)", line: "oklch(0.2 0.05 34 / 0.55)", shade: "oklch(0.3 0.045 42 / 0.6)", quiet: "oklch(0.7 0.08 56 / 0.55)", dots: "oklch(0.84 0.1 60)" },
  candle: { outline: "oklch(0.74 0.14 52)", line: "oklch(0.62 0.13 46 / 0.36)", shade: "oklch(0.1 0.025 30 / 0.58)", quiet: "oklch(0.58 0.1 46 / 0.6)", dots: "oklch(0.78 0.12 60)" },
};
const DOT_PX = 2;
const DOT_EVERY_PX = 7;
/** @type {Map<string, HandPrint>} */
const prints = new Map();
const KEPT_MOST = 24;

/** A hand ready to be moved about.
 * @param {Asked} asked the lamp is in the hand's own frame, rounded to 30 here @returns {HandPrint} */
export function handPrint(asked) {
  const wanted = { ...asked, lamp_azimuth_deg: Math.round(asked.lamp_azimuth_deg / 30) * 30 };
  const key = Object.values(wanted).join("/");
  let print = prints.get(key);
  if (!print) {
    print = wanted.look === "dotted" ? dotted(wanted) : solid(wanted);
    const oldest = prints.keys().next().value;
    if (prints.size >= KEPT_MOST && oldest !== undefined) prints.delete(oldest);
    prints.set(key, print);
  }
  return print;
}

/** @param {Asked} asked @returns {HandPrint} */
function solid({ contact, hand, palette, lamp_azimuth_deg, px_per_mm, beside, look }) {
  const shape = handShape(contact, hand, beside);
  const picture = handPicture(contact, hand, palette, lamp_azimuth_deg, px_per_mm, beside);
  const { canvas, pen } = paper(picture.width, picture.height);
  pen.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
  pen.scale(px_per_mm, px_per_mm);
  pen.translate(-shape.box.x, -shape.box.y);
  const outline = new Path2D(shape.outline);
  pen.globalCompositeOperation = "destination-in";
  pen.fill(outline, "evenodd");
  pen.globalCompositeOperation = "source-atop";
  drawDetails(pen, shape, INK[palette].line);
  if (look === "quiet") {
    pen.fillStyle = INK[palette].shade;
    pen.fill(outline, "evenodd");
  }
  pen.globalCompositeOperation = "source-over";
  pen.lineJoin = "round";
  pen.lineWidth = palette === "day" ? 1.1 : 1.5;
  pen.strokeStyle = fading(pen, shape, look === "quiet" ? INK[palette].quiet : INK[palette].outline);
  pen.stroke(outline);
  return { canvas, shape, px_per_mm };
}

/** @param {Asked} asked @returns {HandPrint} */
function dotted({ contact, hand, palette, px_per_mm, beside }) {
  const shape = handShape(contact, hand, beside);
  const { canvas, pen } = paper(Math.round(shape.box.width * px_per_mm), Math.round(shape.box.height * px_per_mm));
  pen.scale(px_per_mm, px_per_mm);
  pen.translate(-shape.box.x, -shape.box.y);
  const mm = Math.min(2, globalThis.devicePixelRatio || 1) / px_per_mm;
  pen.lineCap = "round";
  pen.lineWidth = DOT_PX * mm;
  pen.setLineDash([0.01, DOT_EVERY_PX * mm]);
  pen.strokeStyle = fading(pen, shape, INK[palette].dots);
  pen.stroke(new Path2D(shape.outline));
  return { canvas, shape, px_per_mm };
}

/** @param {number} width @param {number} height */
function paper(width, height) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  return { canvas, pen: /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")) };
}

/** @param {CanvasRenderingContext2D} pen @param {import("./hands.js").HandShape} shape @param {string} colour */
function drawDetails(pen, shape, colour) {
  pen.strokeStyle = colour;
  pen.lineWidth = 0.7;
  for (const crease of shape.creases) pen.stroke(new Path2D(pathOf(crease, false)));
  for (const { at, turn_deg, size } of shape.nails) {
    pen.save();
    pen.translate(at[0], at[1]);
    pen.rotate((turn_deg * Math.PI) / 180);
    pen.beginPath();
    pen.roundRect(-size * 0.62, -size * 0.72, size * 1.24, size * 1.6, size * 0.55);
    pen.stroke();
    pen.restore();
  }
}

/** @param {CanvasRenderingContext2D} pen @param {import("./hands.js").HandShape} shape @param {string} colour */
function fading(pen, { fade }, colour) {
  const gradient = pen.createLinearGradient(0, fade[0], 0, fade[1] - 8);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, colour.includes("/") ? "transparent" : colour.replace(")", " / 0)"));
  return gradient;
}
