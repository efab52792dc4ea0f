/**
 * The way of a stroke that travels: while it leans, a band and chevrons over the ground it will press next; while it goes
 * home, a dotted line (light is dotted). One of the two at a time.
 *
 * Conventions: mm in the back frame; the pen is in mm, lines are as wide on every screen.
 */
import { boundsOf, pathOf } from "./geometry.js";
import { ahead, bandAlong, leaningAt, wayBack } from "./stroke-play.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./stroke-play.js").HandPath} HandPath */
/** @typedef {import("./stroke-play.js").StrokePath} StrokePath */
/** @typedef {{scale: number, bright: string, strength: number}} Look scale: px per mm; strength: of the band at its tip, 0 to 1 */

const HANDS = /** @type {const} */ (["left", "right"]);
const BAND_FROM_MM = 46;
const BAND_TO_MM = 34;
const AHEAD_MM = 240;
/** Strokes smaller than this get a slimmer band, or a circle would be a blot. */
const ROOMY_MM = 170;
const CHEVRONS = 3;
const CHEVRON_EVERY_MM = 26;

/** The hands whose way is shown at a moment: those that lean, or those on their way home where none leans.
 * @param {StrokePath} path @param {number} at_s @returns {{lean: HandPath[], home: HandPath[]}} */
export function speaking({ hands, cycle_s }, at_s) {
  const working = HANDS.flatMap((side) => hands[side] ?? []).filter(({ works }) => works !== false);
  const lean = working.filter((hand) => leaningAt(hand, cycle_s, at_s));
  return { lean, home: lean.length ? [] : working };
}

/** What lies under the hands. @param {CanvasRenderingContext2D} pen @param {StrokePath} path @param {number} at_s @param {Look} look */
export function ground(pen, path, at_s, look) {
  const { lean, home } = speaking(path, at_s);
  for (const hand of home) wayHome(pen, hand, look);
  for (const hand of lean) band(pen, ahead(hand, path.cycle_s, at_s, AHEAD_MM).points, slimness(hand), look);
}

/** What lies over the hands, because a stroke often goes on under its own hand or forearm.
 * @param {CanvasRenderingContext2D} pen @param {StrokePath} path @param {number} at_s @param {Look} look */
export function onward(pen, path, at_s, look) {
  for (const hand of speaking(path, at_s).lean) {
    const { points } = ahead(hand, path.cycle_s, at_s, AHEAD_MM);
    if (points.length > 2) chevrons(pen, points, look);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {HandPath} hand @param {Look} look */
function wayHome(pen, hand, { scale, bright }) {
  pen.save();
  pen.globalAlpha = 0.72;
  pen.strokeStyle = bright;
  pen.lineWidth = 2 / scale;
  pen.lineCap = "round";
  pen.setLineDash([0.01, 6.5 / scale]);
  pen.stroke(homeOf(hand));
  pen.restore();
}

/** A band, brighter towards its tip.
 * @param {CanvasRenderingContext2D} pen @param {Point[]} points @param {number} slim @param {Look} look */
function band(pen, points, slim, { bright, strength }) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last || points.length < 4) return;
  pen.save();
  const gradient = pen.createLinearGradient(first[0], first[1], last[0], last[1]);
  gradient.addColorStop(0, withAlpha(bright, 0.02));
  gradient.addColorStop(1, withAlpha(bright, strength));
  pen.lineJoin = "round";
  pen.fillStyle = gradient;
  pen.fill(new Path2D(pathOf(bandAlong(points, BAND_FROM_MM * slim, BAND_TO_MM * slim))));
  pen.beginPath();
  const before = points[points.length - 2] ?? first;
  const tip = Math.atan2(last[1] - before[1], last[0] - before[0]);
  pen.arc(last[0], last[1], (BAND_TO_MM * slim) / 2, tip - Math.PI / 2, tip + Math.PI / 2);
  pen.fill();
  pen.restore();
}

/** @param {CanvasRenderingContext2D} pen @param {Point[]} points @param {Look} look */
function chevrons(pen, points, { scale, bright }) {
  pen.save();
  pen.strokeStyle = bright;
  pen.lineWidth = 2.8 / scale;
  pen.lineJoin = "miter";
  pen.lineCap = "round";
  let left_mm = 0;
  let drawn = 0;
  for (let index = points.length - 1; index > 1 && drawn < CHEVRONS; index -= 1) {
    const [a, b] = [/** @type {Point} */ (points[index - 1]), /** @type {Point} */ (points[index])];
    left_mm -= Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (left_mm > 0) continue;
    left_mm = CHEVRON_EVERY_MM;
    pen.save();
    pen.globalAlpha = 0.95 - drawn * 0.26;
    pen.translate(a[0], a[1]);
    pen.rotate(Math.atan2(b[1] - a[1], b[0] - a[0]));
    pen.stroke(new Path2D("M-6 -9.5L4 0L-6 9.5"));
    pen.restore();
    drawn += 1;
  }
  pen.restore();
}

/** @type {WeakMap<HandPath, Path2D>} */
const homes = new WeakMap();

/** The way home as one line to draw; a path's is found once. @param {HandPath} hand */
function homeOf(hand) {
  const known = homes.get(hand) ?? new Path2D(wayBack(hand).map((line) => pathOf(line, false)).join(""));
  homes.set(hand, known);
  return known;
}

/** @type {WeakMap<HandPath, number>} */
const slims = new WeakMap();

/** How slim a stroke's band is, by how far it reaches across the skin. @param {HandPath} hand */
function slimness(hand) {
  const known = slims.get(hand);
  if (known !== undefined) return known;
  const { x0, y0, x1, y1 } = boundsOf(hand.x_mm.map((x, index) => [x, hand.y_mm[index] ?? 0]));
  const found = Math.min(1, Math.hypot(x1 - x0, y1 - y0) / ROOMY_MM);
  slims.set(hand, found);
  return found;
}

/** @param {string} colour a css colour @param {number} alpha */
function withAlpha(colour, alpha) {
  return `color-mix(in srgb, ${colour} ${Math.round(alpha * 100)}%, transparent)`;
}
