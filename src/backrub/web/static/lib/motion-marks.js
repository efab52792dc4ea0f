/**
 * Signs round a hand for ways of working that stay on a place: going round, taking the shirt round, squeezing, leaning in,
 * tapping, keeping still. A stroke that travels has none of these: its sign is the way it goes (travel-marks.js), so that
 * never two signs speak at once.
 *
 * Conventions: mm in the back frame, drawn about the place that bears, over the hands. Signs grow stronger as the hand leans,
 * and are gone while it is in the air.
 */
import { breathWidth } from "./breath.js";
import { smoothstep } from "./geometry.js";

/** @typedef {import("./stroke-play.js").Pose} Pose */
/** @typedef {import("./stroke-play.js").HandPath} HandPath */
/** @typedef {"round" | "shirt" | "squeeze" | "lean" | "tap" | "still"} SignName */
/** @typedef {{lean: number, hand: HandPath, side: "left" | "right", clear_mm: number, breath: number | null, scale: number}} Moment clear_mm: how far a ring keeps from the place that bears */
/** @typedef {(pen: CanvasRenderingContext2D, moment: Moment) => void} Sign */
/** @typedef {{scale: number, colour: string, reach_mm?: number, breath?: number | null, firmer?: number}} Look scale: px per mm; reach_mm: how far the part that bears reaches; breath: 0 to 1 through one; firmer: what the other hand presses */

const LEAST_CLEAR_MM = 46;
const BESIDE_MM = 16;
/** A ring that says "here, still" lies close round what bears. */
const CLOSE_MM = 12;
const LEAST_CLOSE_MM = 30;
const PINS = 4;
const PIN_MM = 11;
const ARROW_MM = 11;
const FIRM = 4;
const BEAMS = 11;
/** Folds of cloth round a hand: how many, how deep, how finely drawn. */
const FOLDS = 9;
const FOLD_MM = 2.6;
/** Cloth lies wider round a hand than a line does. */
const LOOSE_MM = 7;
const FOLD_STEPS = 8;
/** A cupped hand is longer than broad. */
const NARROW = 0.6;
/** Half of what the wrist takes of a ring round the hand. */
const WRIST_RAD = 0.75;
/** From thumb to fingers where a muscle is held between them, of a right hand; how far apart they are. */
const HOLD_RAD = -0.43;
const HELD_MM = 62;
/** The roll shows in the gap, which is nearer to the thumb than the middle of what bears. */
const HELD_ASIDE_MM = -13;
/** A hand that presses less than this share of the other one's weight gives the word to it. */
const YIELDS = /** @type {const} */ ([0.5, 0.85]);

/** @type {Record<string, SignName>} */
const NAMES = {
  "knuckle-circles": "round",
  "blade-circles": "round",
  "clothed-rub": "shirt",
  petrissage: "squeeze",
  "palm-press": "lean",
  tapotement: "tap",
  "tender-spot-hold": "still",
};
/** @type {Record<SignName, Sign>} */
const SIGNS = { round: turning, shirt: gathering, squeeze: squeezing, lean: leaningIn, tap: tapping, still: keepingStill };

/** The sign of a way of working; null where a stroke's way is its sign. Only a whole hand holds a muscle: a heel leans on it.
 * @param {string | undefined} technique @param {string} [contact] @returns {SignName | null} */
export function signOf(technique, contact = "whole-hand") {
  const name = NAMES[technique ?? ""] ?? null;
  return name === "squeeze" && contact !== "whole-hand" ? "lean" : name;
}

/** Draw a stroke's sign round a hand at work.
 * @param {CanvasRenderingContext2D} pen in mm @param {string | undefined} technique @param {HandPath} hand @param {"left" | "right"} side whose of the giver's @param {Pose} pose @param {Look} look */
export function motionMark(pen, technique, hand, side, pose, { scale, colour, reach_mm = 0, breath = null, firmer = 0 }) {
  const name = signOf(technique, hand.contact);
  if (!name || hand.works === false || !pose.down) return;
  const lean = Math.min(1, pose.pressure / FIRM);
  const said = name === "still" || firmer <= 0 ? 1 : smoothstep(YIELDS[0], YIELDS[1], pose.pressure / firmer);
  if (said <= 0) return;
  const clear_mm = name === "still" ? Math.max(LEAST_CLOSE_MM, reach_mm + CLOSE_MM) : Math.max(LEAST_CLEAR_MM, reach_mm + BESIDE_MM);
  pen.save();
  pen.translate(pose.x, pose.y);
  pen.rotate((pose.heading * Math.PI) / 180);
  pen.strokeStyle = colour;
  pen.globalAlpha = said * (0.35 + 0.6 * lean);
  pen.lineWidth = 2.8 / scale;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  SIGNS[name](pen, { lean, hand, side, clear_mm, breath, scale });
  pen.restore();
}

/** One arrow that goes round the way the hand does, open where the wrist is. @type {Sign} */
function turning(pen, { hand, clear_mm }) {
  const way = sense(hand);
  const from = Math.PI / 2 + way * WRIST_RAD;
  const to = Math.PI / 2 + way * (2 * Math.PI - WRIST_RAD);
  pen.beginPath();
  pen.arc(0, 0, clear_mm, from, to, way < 0);
  pen.stroke();
  arrow(pen, Math.cos(to) * clear_mm, Math.sin(to) * clear_mm, to + (way * Math.PI) / 2);
}

/** The same in folds, as cloth lies round a hand that takes the shirt along. @type {Sign} */
function gathering(pen, { hand, clear_mm, lean }) {
  const way = sense(hand);
  const open = 2 * (Math.PI - WRIST_RAD);
  const at = (/** @type {number} */ part) => {
    const angle = Math.PI / 2 + way * (WRIST_RAD + part * open);
    const radius = clear_mm + LOOSE_MM + FOLD_MM * (1 + 0.4 * lean) * Math.min(1, 8 * (1 - part)) * Math.sin(2 * Math.PI * FOLDS * part);
    return /** @type {const} */ ([Math.cos(angle) * radius, Math.sin(angle) * radius, angle]);
  };
  pen.beginPath();
  for (let step = 0; step <= FOLDS * FOLD_STEPS; step += 1) {
    const [x, y] = at(step / (FOLDS * FOLD_STEPS));
    pen.lineTo(x, y);
  }
  pen.stroke();
  const [x, y, angle] = at(1);
  arrow(pen, x, y, angle + (way * Math.PI) / 2);
}

/** A roll of muscle, and an arrow from either side of it: thumb and fingers close. @type {Sign} */
function squeezing(pen, { lean, side }) {
  const thumb = side === "right" ? 1 : -1;
  pen.rotate(thumb * HOLD_RAD);
  pen.translate(thumb * HELD_ASIDE_MM, 0);
  const half = HELD_MM / 2 - 5 * lean;
  for (const towards of [-1, 1]) {
    const tip = towards * (half + 16);
    pen.beginPath();
    pen.moveTo(tip + towards * 22, 0);
    pen.lineTo(tip, 0);
    pen.stroke();
    arrow(pen, tip, 0, towards > 0 ? Math.PI : 0);
  }
  for (const towards of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(0, towards * 30);
    pen.quadraticCurveTo(towards * 2 * (13 - 3 * lean), 0, 0, -towards * 30);
    pen.stroke();
  }
}

/** Rings that draw in as the weight comes. @type {Sign} */
function leaningIn(pen, { lean, clear_mm }) {
  for (const ring of [0, 1]) {
    pen.beginPath();
    pen.setLineDash(ring ? [7, 6] : []);
    pen.arc(0, 0, clear_mm + 10 + ring * 13 - 8 * lean, 0, 2 * Math.PI);
    pen.stroke();
  }
}

/** Short beams round the front of the hand, as where something lands. @type {Sign} */
function tapping(pen, { lean, clear_mm }) {
  for (let beam = 0; beam < BEAMS; beam += 1) {
    const angle = Math.PI / 2 + WRIST_RAD + ((beam + 0.5) * 2 * (Math.PI - WRIST_RAD)) / BEAMS;
    const at = (/** @type {number} */ out) => /** @type {const} */ ([Math.cos(angle) * (clear_mm * NARROW + out), Math.sin(angle) * (clear_mm + out)]);
    pen.beginPath();
    pen.moveTo(...at(0));
    pen.lineTo(...at(8 + 7 * lean));
    pen.stroke();
  }
}

/** One ring close round what bears, pinned down on four sides, so that it is no circle to go round; as wide as the breath to
 * keep time with, and resting halfway where no breath is led. @type {Sign} */
function keepingStill(pen, { clear_mm, breath, scale }) {
  const radius = clear_mm * (breath === null ? 1 : breathWidth(breath));
  pen.lineWidth = 3.2 / scale;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  for (let pin = 0; pin < PINS; pin += 1) {
    const angle = ((pin + 0.5) * 2 * Math.PI) / PINS;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    pen.moveTo(x * radius, y * radius);
    pen.lineTo(x * (radius + PIN_MM), y * (radius + PIN_MM));
  }
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} towards radians */
function arrow(pen, x, y, towards) {
  pen.beginPath();
  for (const turn of [2.5, 0, -2.5]) {
    const [ax, ay] = turn ? [x + Math.cos(towards + turn) * ARROW_MM, y + Math.sin(towards + turn) * ARROW_MM] : [x, y];
    pen.lineTo(ax, ay);
  }
  pen.stroke();
}

/** @type {WeakMap<HandPath, 1 | -1>} */
const senses = new WeakMap();

/** Which way round a path goes on the screen of the back frame: 1 clockwise. @param {HandPath} hand @returns {1 | -1} */
function sense(hand) {
  const known = senses.get(hand);
  if (known) return known;
  let area = 0;
  for (let at = 1; at < hand.x_mm.length; at += 1) {
    const [x0, y0, x1, y1] = [hand.x_mm[at - 1] ?? 0, hand.y_mm[at - 1] ?? 0, hand.x_mm[at] ?? 0, hand.y_mm[at] ?? 0];
    area += x0 * y1 - x1 * y0;
  }
  const found = area >= 0 ? 1 : -1;
  senses.set(hand, found);
  return found;
}
