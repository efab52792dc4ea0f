/** Hands as ready-made canvases, drawn once per contact, palette and light, then only moved. */
import { pathOf } from "./geometry.js";
import { handPicture, handShape } from "./hands.js";

/** @typedef {import("./hands.js").Hand} Hand */
/** @typedef {{canvas: HTMLCanvasElement, shape: import("./hands.js").HandShape, px_per_mm: number}} HandPrint */

/** @type {Record<import("./clay.js").Palette, {outline: string, line: string}>} */
const INK = {
  day: { outline: "oklch(0.36 0.06 36)", line: "oklch(0.4 0.06 36 / 0.5)" },
  evening: { outline: "oklch(0.8 0.09 58)", line: "oklch(0.2 0.05 34 / 0.55)" },
  candle: { outline: "oklch(0.74 0.14 52)", line: "oklch(0.62 0.13 46 / 0.36)" },
};
/** @type {Map<string, HandPrint>} */
const prints = new Map();
const KEPT_MOST = 24;

/** A hand ready to be moved about.
 * @param {string} contact @param {Hand} hand @param {import("./clay.js").Palette} palette
 * @param {number} lamp_azimuth_deg in the hand's own frame, rounded to 30 here @param {number} px_per_mm
 * @param {boolean} [beside] whether the other hand is close by @returns {HandPrint} */
export function handPrint(contact, hand, palette, lamp_azimuth_deg, px_per_mm, beside = false) {
  const lamp = Math.round(lamp_azimuth_deg / 30) * 30;
  const key = [contact, hand, palette, lamp, px_per_mm, beside].join("/");
  let print = prints.get(key);
  if (!print) {
    print = draw(contact, hand, palette, lamp, px_per_mm, beside);
    const oldest = prints.keys().next().value;
    if (prints.size >= KEPT_MOST && oldest !== undefined) prints.delete(oldest);
    prints.set(key, print);
  }
  return print;
}

/** @param {string} contact @param {Hand} hand @param {import("./clay.js").Palette} palette @param {number} lamp @param {number} px_per_mm @param {boolean} beside */
function draw(contact, hand, palette, lamp, px_per_mm, beside) {
  const shape = handShape(contact, hand, beside);
  const picture = handPicture(contact, hand, palette, lamp, px_per_mm, beside);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
  pen.scale(px_per_mm, px_per_mm);
  pen.translate(-shape.box.x, -shape.box.y);
  const outline = new Path2D(shape.outline);
  pen.globalCompositeOperation = "destination-in";
  pen.fill(outline, "evenodd");
  pen.globalCompositeOperation = "source-atop";
  drawDetails(pen, shape, INK[palette].line);
  pen.globalCompositeOperation = "source-over";
  pen.lineJoin = "round";
  pen.lineWidth = palette === "day" ? 1.1 : 1.5;
  pen.strokeStyle = fading(pen, shape, INK[palette].outline);
  pen.stroke(outline);
  return { canvas, shape, px_per_mm };
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
