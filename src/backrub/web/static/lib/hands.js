/**
 * Draws hands: outline, lit picture and the patch that bears weight, for each contact and both hands.
 *
 * Conventions: as in hands-figures.js; heading 0 means fingers towards the head. Results are kept, so ask every frame.
 */
import { CLAY, direction, exposed, grain, toneTable } from "./clay.js";
import { clamp, contours, smoothPathOf, smoothstep } from "./geometry.js";
import { HAND_LENGTH, POSES, POSES_BESIDE } from "./hands-figures.js";
import { blurred } from "./relief-grid.js";
import { tone } from "./relief-light.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("./geometry.js").Field} Field */
/** @typedef {import("./hands-figures.js").Contact} Contact */
/** @typedef {import("./hands-figures.js").Pose} Pose */
/** @typedef {"left" | "right"} Hand */
/** @typedef {{outline: string, weight: string[], weightRings: Point[][], anchor: Point, reach: number, creases: Point[][], nails: Pose["nails"], fade: readonly [number, number], soft: boolean, box: {x: number, y: number, width: number, height: number}}} HandShape */

const STEP = 1.5;
/** Bones meet under skin: no seam shows. */
const SKIN_MM = 1.9;
/** @type {Map<Pose, {depth: Field, height: Field}>} */
const modelled = new Map();
/** @type {Map<string, HandShape>} */
const shapes = new Map();

/** The contact as drawn; an unknown one is drawn as a flat hand. @param {string} contact @returns {Contact} */
export const knownContact = (contact) => (contact in POSES ? /** @type {Contact} */ (contact) : "palms");

/** @param {string} contact @param {boolean} [beside] whether the other hand is close by @returns {Pose} */
function poseOf(contact, beside = false) {
  const known = knownContact(contact);
  return (beside ? POSES_BESIDE[known] : undefined) ?? POSES[known];
}

/** @param {Hand} hand @param {Point} point @returns {Point} */
const handed = (hand, [x, y]) => [hand === "right" ? x : -x, y];

/** Outline, bearing patches and anchor of one hand, mm.
 * @param {string} contact @param {Hand} hand @param {boolean} [beside] whether the other hand is close by @returns {HandShape} */
export function handShape(contact, hand, beside = false) {
  const key = [knownContact(contact), hand, beside].join("/");
  const kept = shapes.get(key);
  if (kept) return kept;
  const pose = poseOf(contact, beside);
  const { depth } = model(pose);
  const rings = contours(depth, 0).filter((ring) => ring.length > 12);
  const weightRings = pose.weight.map((ring) => ring.map((point) => handed(hand, point)));
  const shape = {
    outline: rings.map((ring) => smoothPathOf(ring.map((point) => handed(hand, point)))).join(""),
    weight: weightRings.map(smoothPathOf),
    weightRings,
    anchor: handed(hand, pose.anchor),
    reach: Math.max(...pose.weight.flat().map(([x, y]) => Math.hypot(x - pose.anchor[0], y - pose.anchor[1]))),
    creases: pose.creases.map((line) => line.map((point) => handed(hand, point))),
    nails: pose.nails.map((nail) => ({ ...nail, at: handed(hand, nail.at), turn_deg: hand === "right" ? nail.turn_deg : -nail.turn_deg })),
    fade: pose.fade,
    soft: pose.soft ?? false,
    box: boxOf(depth, hand),
  };
  shapes.set(key, shape);
  return shape;
}

/** A right hand's rings and lines, not yet drawn, mm: what pictures made without a browser are drawn from.
 * @param {string} contact @param {boolean} [beside] whether the other hand is close by */
export function handRings(contact, beside = false) {
  const { weightRings, anchor, creases, nails, fade } = handShape(contact, "right", beside);
  const outline = contours(model(poseOf(contact, beside)).depth, 0).filter((ring) => ring.length > 12);
  return { outline, weight: weightRings, anchor, creases, nails, fade };
}

/** @param {Field} field @param {Hand} hand */
function boxOf({ x0, y0, step, columns, rows }, hand) {
  const width = (columns - 1) * step;
  return { x: hand === "right" ? x0 : -x0 - width, y: y0, width, height: (rows - 1) * step };
}

/** The melted bones as two fields: how deep inside the outline, and how high over the skin. @param {Pose} pose */
function model(pose) {
  const kept = modelled.get(pose);
  if (kept) return kept;
  const { bones } = pose;
  const discs = bones.flatMap((bone) => bone.discs);
  const x0 = Math.floor(Math.min(...discs.map(([x, , r]) => x - r))) - 6;
  const y0 = Math.floor(Math.min(...discs.map(([, y, r]) => y - r))) - 6;
  const columns = Math.ceil((Math.max(...discs.map(([x, , r]) => x + r)) + 6 - x0) / STEP) + 1;
  const rows = Math.ceil((Math.max(...discs.map(([, y, r]) => y + r)) + 6 - y0) / STEP) + 1;
  const depth = new Float32Array(columns * rows).fill(-60);
  const height = new Float32Array(columns * rows).fill(-60);
  for (const bone of bones) meltIn(bone, x0, y0, columns, rows, depth, height);
  const grid = { x0, y0, step: STEP, columns, rows };
  const soft = blurred(height, columns, rows, SKIN_MM / STEP);
  const result = { depth: { ...grid, values: depth }, height: { ...grid, values: soft } };
  modelled.set(pose, result);
  return result;
}

/** @param {import("./hands-figures.js").Bone} bone @param {number} x0 @param {number} y0 @param {number} columns @param {number} rows
 * @param {Float32Array} depth @param {Float32Array} height */
function meltIn({ discs, melt, lift = 0, flat = 1 }, x0, y0, columns, rows, depth, height) {
  const reach = 14;
  const cell = (/** @type {number} */ value, /** @type {number} */ from) => (value - from) / STEP;
  const left = Math.max(0, Math.floor(Math.min(...discs.map(([x, , r]) => cell(x - r - reach, x0)))));
  const right = Math.min(columns - 1, Math.ceil(Math.max(...discs.map(([x, , r]) => cell(x + r + reach, x0)))));
  const top = Math.max(0, Math.floor(Math.min(...discs.map(([, y, r]) => cell(y - r - reach, y0)))));
  const bottom = Math.min(rows - 1, Math.ceil(Math.max(...discs.map(([, y, r]) => cell(y + r + reach, y0)))));
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const [inside, radius] = depthInBone(discs, x0 + column * STEP, y0 + row * STEP);
      const at = row * columns + column;
      const from = radius - inside;
      const rise = lift + flat * (inside > 0 ? Math.sqrt(radius * radius - from * from) : inside * 1.5);
      depth[at] = smoothMaximum(/** @type {number} */ (depth[at]), inside, melt);
      height[at] = smoothMaximum(/** @type {number} */ (height[at]), rise, melt);
    }
  }
}

/** @param {number} a @param {number} b @param {number} melt */
function smoothMaximum(a, b, melt) {
  const share = Math.max(0, 1 - Math.abs(a - b) / melt);
  return Math.max(a, b) + (share * share * melt) / 4;
}

/** How deep a point lies in a run of discs, and the radius there.
 * @param {import("./hands-figures.js").Disc[]} discs @param {number} x @param {number} y @returns {[number, number]} */
function depthInBone(discs, x, y) {
  let best = -Infinity;
  let radius = 1;
  for (let index = 0; index < Math.max(1, discs.length - 1); index += 1) {
    const a = /** @type {import("./hands-figures.js").Disc} */ (discs[index]);
    const b = discs[index + 1] ?? a;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length2 = dx * dx + dy * dy;
    const along = length2 ? clamp(((x - a[0]) * dx + (y - a[1]) * dy) / length2, 0, 1) : 0;
    const r = a[2] + (b[2] - a[2]) * along;
    const inside = r - Math.hypot(x - a[0] - dx * along, y - a[1] - dy * along);
    if (inside > best) [best, radius] = [inside, r];
  }
  return [best, radius];
}

/** The lit hand as pixels over `handShape(...).box`; transparent outside and where the forearm fades.
 * @param {string} contact @param {Hand} hand @param {import("./clay.js").Palette} palette @param {number} lamp_azimuth_deg in the hand's own frame
 * @param {number} px_per_mm @param {boolean} [beside] whether the other hand is close by */
export function handPicture(contact, hand, palette, lamp_azimuth_deg, px_per_mm, beside = false) {
  const pose = poseOf(contact, beside);
  const { height } = model(pose);
  const key = direction({ azimuth_deg: lamp_azimuth_deg, elevation_deg: 46 });
  const fill = direction({ azimuth_deg: lamp_azimuth_deg + 180, elevation_deg: 34 });
  const tones = litField(height, hand, key, fill);
  const width = Math.round((height.columns - 1) * STEP * px_per_mm);
  const rows = Math.round((height.rows - 1) * STEP * px_per_mm);
  const pixels = new Uint8ClampedArray(width * rows * 4);
  const table = toneTable(CLAY.hand[palette]);
  for (let y = 0; y < rows; y += 1) {
    const v = Math.min(height.rows - 1.001, (y + 0.5) / (px_per_mm * STEP));
    const alpha = 255 * smoothstep(pose.fade[1], pose.fade[0], height.y0 + v * STEP);
    for (let x = 0; x < width; x += 1) {
      const u = Math.min(height.columns - 1.001, (x + 0.5) / (px_per_mm * STEP));
      const at = Math.round(exposed(bilinear(tones, height.columns, u, v)) * 1023) * 3;
      const to = (y * width + x) * 4;
      const noise = grain(x, y) * 1.6;
      for (let band = 0; band < 3; band += 1) pixels[to + band] = /** @type {number} */ (table[at + band]) + noise;
      pixels[to + 3] = alpha;
    }
  }
  return { width, height: rows, pixels };
}

/** @param {Field} height @param {Hand} hand @param {readonly [number, number, number]} key @param {readonly [number, number, number]} fill */
function litField({ values, columns, rows }, hand, key, fill) {
  const tones = new Float32Array(values.length);
  const sign = hand === "right" ? 1 : -1;
  const slope = 0.62 / (2 * STEP); // hands are lit softer than their true roundness, or every finger turns into a pipe
  for (let row = 0; row < rows; row += 1) {
    const above = Math.max(0, row - 1) * columns;
    const below = Math.min(rows - 1, row + 1) * columns;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = /** @type {number} */ (values[column ? at - 1 : at]);
      const right = /** @type {number} */ (values[column + 1 < columns ? at + 1 : at]);
      const up = /** @type {number} */ (values[above + column]);
      const down = /** @type {number} */ (values[below + column]);
      const here = /** @type {number} */ (values[at]);
      const dent = clamp((here - (left + right + up + down) / 4) * 1.6, -1, 1);
      const gx = (right - left) * slope * sign;
      tones[sign > 0 ? at : row * columns + (columns - 1 - column)] = tone(gx, (down - up) * slope, dent, key, fill);
    }
  }
  return tones;
}

/** @param {Float32Array} values @param {number} columns @param {number} u @param {number} v */
function bilinear(values, columns, u, v) {
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [fu, fv] = [u - column, v - row];
  const at = row * columns + column;
  const upper = /** @type {number} */ (values[at]) * (1 - fu) + /** @type {number} */ (values[at + 1]) * fu;
  const lower = /** @type {number} */ (values[at + columns]) * (1 - fu) + /** @type {number} */ (values[at + columns + 1]) * fu;
  return upper * (1 - fv) + lower * fv;
}

/** How far what bears reaches from its middle, mm: a ring round it lies further out.
 * @param {string} contact @param {Hand} hand */
export const weightReach = (contact, hand) => handShape(contact, hand).reach;

/** How much larger than the modelled hand someone's is. @param {number | undefined} length_mm */
export const handScale = (length_mm) => (length_mm ? length_mm / HAND_LENGTH : 1);
