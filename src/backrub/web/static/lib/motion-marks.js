/**
 * Signs round a hand for what a picture that stands still cannot show: going round, squeezing, leaning in, tapping.
 *
 * Conventions: mm in the back frame, drawn about the place that bears; a hand is about 85 mm wide, so that signs stand clear
 * of it. They grow stronger as the hand leans, and are gone while it is in the air.
 */

/** @typedef {import("./stroke-play.js").Pose} Pose */
/** @typedef {import("./stroke-play.js").HandPath} HandPath */
/** @typedef {(pen: CanvasRenderingContext2D, lean: number, hand: HandPath) => void} Sign */

const CLEAR_MM = 58;
const ARROW_MM = 8;
const FIRM = 4;

/** @type {Record<string, Sign>} */
const SIGNS = {
  "knuckle-circles": turning,
  "blade-circles": turning,
  "clothed-rub": turning,
  petrissage: squeezing,
  "palm-press": leaningIn,
  tapotement: tapping,
};

/** Whether a stroke goes round on a place. @param {string | undefined} technique */
export const goesRound = (technique) => SIGNS[technique ?? ""] === turning;

/** Draw a stroke's sign round a hand at work.
 * @param {CanvasRenderingContext2D} pen in mm @param {string | undefined} technique @param {HandPath} hand @param {Pose} pose
 * @param {{scale: number, colour: string}} look scale is px per mm */
export function motionMark(pen, technique, hand, pose, { scale, colour }) {
  const sign = SIGNS[technique ?? ""];
  if (!sign || hand.works === false || !pose.down) return;
  const lean = Math.min(1, pose.pressure / FIRM);
  pen.save();
  pen.translate(pose.x, pose.y);
  pen.rotate((pose.heading * Math.PI) / 180);
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.35 + 0.6 * lean;
  pen.lineWidth = 2.6 / scale;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  sign(pen, lean, hand);
  pen.restore();
}

/** Two arrows chasing each other, the way the hand goes round. @type {Sign} */
function turning(pen, _lean, hand) {
  const way = sense(hand);
  for (const start of [-0.15, Math.PI - 0.15]) {
    const [from, to] = [start - way * 0.55, start + way * 0.55];
    pen.beginPath();
    pen.arc(0, 0, CLEAR_MM, from, to, way < 0);
    pen.stroke();
    arrow(pen, Math.cos(to) * CLEAR_MM, Math.sin(to) * CLEAR_MM, to + (way * Math.PI) / 2);
  }
}

/** From both sides inward: the hand closes. @type {Sign} */
function squeezing(pen, lean) {
  for (const side of [-1, 1]) {
    const tip = side * (CLEAR_MM - 6 * lean);
    pen.beginPath();
    pen.moveTo(tip + side * 20, 0);
    pen.lineTo(tip, 0);
    pen.stroke();
    arrow(pen, tip, 0, side > 0 ? Math.PI : 0);
  }
}

/** Rings that draw in as the weight comes. @type {Sign} */
function leaningIn(pen, lean) {
  for (const ring of [0, 1]) {
    pen.beginPath();
    pen.setLineDash(ring ? [7, 6] : []);
    pen.arc(0, 0, CLEAR_MM + ring * 13 - 8 * lean, 0, 2 * Math.PI);
    pen.stroke();
  }
}

/** Short beams, as where something lands. @type {Sign} */
function tapping(pen, lean) {
  for (let beam = 0; beam < 10; beam += 1) {
    const angle = ((beam + 0.5) * Math.PI) / 5;
    const [from, to] = [CLEAR_MM, CLEAR_MM + 7 + 7 * lean];
    pen.beginPath();
    pen.moveTo(Math.cos(angle) * from, Math.sin(angle) * from);
    pen.lineTo(Math.cos(angle) * to, Math.sin(angle) * to);
    pen.stroke();
  }
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
