/**
 * What moves on <back-map> while leading, on one canvas: two hands, the ground they will press, their way home, the weight.
 *
 * It draws when told the moment (`playhead`), keeps no clock of its own, and reads its colours from the page's tokens.
 */
import { RESTING_RINGS, breathWidth } from "../lib/breath.js";
import { handPrint } from "../lib/hand-canvas.js";
import { KEY_AZIMUTH_DEG } from "../lib/back-view.js";
import { handScale } from "../lib/hands.js";
import { areBeside, outwardTurns, presences } from "../lib/hands-together.js";
import { ahead, bandAlong, poseAt, threePoses, wayBack } from "../lib/stroke-play.js";
import { boundsOf, pathOf } from "../lib/geometry.js";
import { goesRound, motionMark } from "../lib/motion-marks.js";

/** @typedef {import("../lib/stroke-play.js").StrokePath} StrokePath */
/** @typedef {import("../lib/stroke-play.js").HandPath} HandPath */
/** @typedef {import("../lib/stroke-play.js").Pose} Pose */
/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {import("../lib/back-view.js").View} View */
/** @typedef {{view: View, facing: import("../lib/back-view.js").Facing, palette: import("../lib/clay.js").Palette, ember: string, bright: string, weight: string, hand_length_mm: number | undefined, breath: {centre: Point, phase: number} | null}} Setting */

const HANDS = /** @type {const} */ (["left", "right"]);
const BAND_FROM_MM = 46;
const BAND_TO_MM = 34;
const AHEAD_MM = 240;
const BREATH_PX = 136;
const CEILING = 7;
/** A hand that only lies there is drawn quieter than the one at work. */
const QUIET_SHARE = 0.45;
/** Strokes smaller than this get a slimmer band, or a circle would be a blot. */
const ROOMY_MM = 170;
/** On circles smaller than this share of that, one chevron says which way round; three would be a knot. */
const TIGHT = 0.6;

export class LiveLayer {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.dpr = 1;
    /** @type {{path: StrokePath, beside: boolean} | undefined} */
    this.judged = undefined;
  }

  /** @param {number} width px @param {number} height px */
  fit(width, height) {
    this.dpr = Math.min(2, devicePixelRatio || 1);
    const [w, h] = [Math.round(width * this.dpr), Math.round(height * this.dpr)];
    if (this.canvas.width !== w || this.canvas.height !== h) [this.canvas.width, this.canvas.height] = [w, h];
  }

  clear() {
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** Draw one moment; returns where the hands are. @param {StrokePath} path @param {number} at_s @param {Setting} setting
   * @returns {Partial<Record<"left" | "right", Pose>>} */
  draw(path, at_s, setting) {
    this.clear();
    this.intoFrame(setting.view);
    /** @type {Partial<Record<"left" | "right", Pose>>} */
    const poses = {};
    for (const side of HANDS) {
      const hand = path.hands[side];
      if (!hand) continue;
      poses[side] = poseAt(hand, path.cycle_s, at_s);
      this.wayHome(hand, setting);
      this.bandAhead(hand, path.cycle_s, at_s, setting);
    }
    if (setting.breath) this.breath(setting.breath, setting);
    const size = handScale(setting.hand_length_mm);
    const beside = this.besideIn(path, size);
    const turns = beside ? outwardTurns(poses.left, poses.right, size) : { left: 0, right: 0 };
    const solid = presences(poses.left, poses.right, size);
    for (const side of solid.left < solid.right ? HANDS : [...HANDS].reverse()) {
      const [hand, pose] = [path.hands[side], poses[side]];
      if (hand && pose) motionMark(this.pen, path.technique, hand, pose, { scale: setting.view.scale, colour: setting.bright });
      if (hand && pose) this.hand(side, hand, { ...pose, heading: pose.heading + turns[side] }, setting, { alpha: solid[side], beside });
    }
    for (const side of HANDS) if (path.hands[side]) this.wayOn(path.hands[side], path.cycle_s, at_s, setting, goesRound(path.technique));
    return poses;
  }

  /** Whether thumbs lie alongside in this stroke; found once. @param {StrokePath} path @param {number} size */
  besideIn(path, size) {
    if (this.judged?.path !== path) this.judged = { path, beside: areBeside(path, (hand, at_s) => poseAt(hand, path.cycle_s, at_s), size) };
    return this.judged.beside;
  }

  /** Start, middle and end at once, for eyes that want no motion. @param {StrokePath} path @param {Setting} setting */
  drawStill(path, setting) {
    this.clear();
    this.intoFrame(setting.view);
    for (const side of HANDS) {
      const hand = path.hands[side];
      if (!hand) continue;
      this.wayHome(hand, setting);
    }
    const size = handScale(setting.hand_length_mm);
    const beside = this.besideIn(path, size);
    const moments = HANDS.map((side) => (path.hands[side] ? threePoses(path.hands[side], path.cycle_s) : []));
    [0.35, 0.6, 1].forEach((alpha, index) => {
      const [left, right] = [moments[0]?.[index], moments[1]?.[index]];
      const turns = beside ? outwardTurns(left, right, size) : { left: 0, right: 0 };
      if (left && path.hands.left) this.hand("left", path.hands.left, { ...left, heading: left.heading + turns.left }, setting, { alpha, beside });
      if (right && path.hands.right) this.hand("right", path.hands.right, { ...right, heading: right.heading + turns.right }, setting, { alpha, beside });
    });
  }

  /** @param {View} view */
  intoFrame({ scale, turn_deg, centre_px, centre_mm }) {
    this.pen.setTransform(this.dpr, 0, 0, this.dpr, 0, 0);
    this.pen.translate(...centre_px);
    this.pen.rotate((turn_deg * Math.PI) / 180);
    this.pen.scale(scale, scale);
    this.pen.translate(-centre_mm[0], -centre_mm[1]);
  }

  /** The breath round the spot that is held, under the hand. @param {{centre: Point, phase: number}} breath @param {Setting} setting */
  breath({ centre, phase }, { view, ember, bright }) {
    const { pen } = this;
    const room_px = Math.min(this.canvas.width, this.canvas.height) / this.dpr;
    const mean_mm = Math.min(BREATH_PX, room_px * 0.36) / view.scale;
    const ring = (/** @type {number} */ share) => {
      pen.beginPath();
      pen.arc(centre[0], centre[1], mean_mm * share, 0, 2 * Math.PI);
      pen.stroke();
    };
    pen.save();
    pen.strokeStyle = ember;
    pen.globalAlpha = 0.3;
    pen.lineWidth = 1.2 / view.scale;
    RESTING_RINGS.forEach(ring);
    pen.strokeStyle = `color-mix(in oklab, ${ember}, ${bright} 45%)`;
    pen.globalAlpha = 0.9;
    pen.lineWidth = 3 / view.scale;
    ring(breathWidth(phase));
    pen.restore();
  }

  /** Light is dotted. @param {HandPath} hand @param {Setting} setting */
  wayHome(hand, { view, bright }) {
    const { pen } = this;
    pen.save();
    pen.globalAlpha = 0.72;
    pen.strokeStyle = bright;
    pen.lineWidth = 2 / view.scale;
    pen.lineCap = "round";
    pen.setLineDash([0.01, 6.5 / view.scale]);
    pen.stroke(homeOf(hand));
    pen.restore();
  }

  /** The ground still to be pressed: a band, brighter towards its tip.
   * @param {HandPath} hand @param {number} cycle_s @param {number} at_s @param {Setting} setting */
  bandAhead(hand, cycle_s, at_s, { bright, palette }) {
    const { points } = ahead(hand, cycle_s, at_s, AHEAD_MM);
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || !last || points.length < 4) return;
    const { pen } = this;
    pen.save();
    const gradient = pen.createLinearGradient(first[0], first[1], last[0], last[1]);
    const strong = palette === "day" ? 60 : 42;
    gradient.addColorStop(0, withAlpha(bright, 0.02));
    gradient.addColorStop(1, withAlpha(bright, strong / 100));
    const slim = Math.min(1, reachOf(hand) / ROOMY_MM);
    const ring = new Path2D(pathOf(bandAlong(points, BAND_FROM_MM * slim, BAND_TO_MM * slim)));
    pen.lineJoin = "round";
    pen.fillStyle = gradient;
    pen.fill(ring);
    pen.beginPath();
    const before = points[points.length - 2] ?? first;
    const tip = Math.atan2(last[1] - before[1], last[0] - before[0]);
    pen.arc(last[0], last[1], (BAND_TO_MM * slim) / 2, tip - Math.PI / 2, tip + Math.PI / 2);
    pen.fill();
    pen.restore();
  }

  /** Which way the hand will go, over the hands, because a stroke often goes on under its own hand or forearm.
   * @param {HandPath} hand @param {number} cycle_s @param {number} at_s @param {Setting} setting @param {boolean} round whether it circles */
  wayOn(hand, cycle_s, at_s, { view, bright }, round) {
    const { points } = ahead(hand, cycle_s, at_s, AHEAD_MM);
    if (points.length < 3) return;
    this.pen.save();
    this.chevrons(points, view.scale, bright, round && reachOf(hand) / ROOMY_MM < TIGHT ? 1 : 3);
    this.pen.restore();
  }

  /** @param {Point[]} points @param {number} scale @param {string} colour @param {number} most */
  chevrons(points, scale, colour, most) {
    const { pen } = this;
    pen.strokeStyle = colour;
    pen.lineWidth = 2.8 / scale;
    pen.lineJoin = "miter";
    pen.lineCap = "round";
    let left_mm = 0;
    let drawn = 0;
    for (let index = points.length - 1; index > 1 && drawn < most; index -= 1) {
      const [a, b] = [/** @type {Point} */ (points[index - 1]), /** @type {Point} */ (points[index])];
      left_mm -= Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (left_mm > 0) continue;
      left_mm = 24;
      pen.save();
      pen.globalAlpha = 0.95 - drawn * 0.26;
      pen.translate(a[0], a[1]);
      pen.rotate(Math.atan2(b[1] - a[1], b[0] - a[0]));
      pen.stroke(new Path2D("M-6 -9.5L4 0L-6 9.5"));
      pen.restore();
      drawn += 1;
    }
  }

  /** @param {"left" | "right"} side @param {HandPath} path @param {Pose} pose @param {Setting} setting @param {{alpha: number, beside: boolean}} how */
  hand(side, path, pose, setting, { alpha, beside }) {
    const { pen } = this;
    const { view, facing, palette } = setting;
    const middle = path.heading_deg[path.heading_deg.length >> 1] ?? 0;
    const lamp = KEY_AZIMUTH_DEG[facing] - view.turn_deg - middle;
    const sharp = Math.min(3, Math.ceil(view.scale * this.dpr * 2) / 2);
    const { canvas, shape } = handPrint(path.contact, side, palette, lamp, sharp, beside);
    pen.save();
    pen.translate(pose.x, pose.y);
    pen.rotate((pose.heading * Math.PI) / 180);
    const size = handScale(setting.hand_length_mm);
    pen.scale(size, size);
    pen.translate(-shape.anchor[0], -shape.anchor[1]);
    const seen = alpha * (path.works === false ? QUIET_SHARE : 1);
    pen.globalAlpha = seen * (pose.down ? 1 : 0.62);
    pen.shadowColor = palette === "day" ? "oklch(0.3 0.05 40 / 0.5)" : "oklch(0.03 0.01 28 / 0.9)";
    pen.shadowBlur = (pose.down ? 9 : 18) * this.dpr;
    pen.shadowOffsetY = (pose.down ? 2 : 7) * this.dpr;
    pen.drawImage(canvas, shape.box.x, shape.box.y, shape.box.width, shape.box.height);
    pen.shadowColor = "transparent";
    if (pose.down && pose.pressure > 0.4) this.weight(shape, pose.pressure, setting, seen);
    pen.restore();
  }

  /** The part that bears, lit by how much. @param {import("../lib/hands.js").HandShape} shape @param {number} pressure @param {Setting} setting @param {number} alpha */
  weight(shape, pressure, { weight, bright, palette }, alpha) {
    const { pen } = this;
    const share = Math.min(1, pressure / CEILING);
    const data = shape.weight.join("");
    if (data) {
      const patch = patchOf(shape, data);
      pen.globalAlpha = alpha * (0.06 + 0.9 * share ** 1.25);
      pen.shadowColor = palette === "day" ? "transparent" : weight;
      pen.shadowBlur = 16 * share * this.dpr;
      pen.fillStyle = weight;
      pen.fill(patch, "evenodd");
      pen.shadowColor = "transparent";
      pen.globalAlpha = alpha * (0.15 + 0.75 * share);
      pen.strokeStyle = palette === "day" ? weight : bright;
      pen.lineWidth = 0.9;
      pen.stroke(patch);
    }
  }
}

/** @type {WeakMap<HandPath, Path2D>} */
const homes = new WeakMap();

/** The way home as one line to draw; a path's is found once. @param {HandPath} hand */
function homeOf(hand) {
  const known = homes.get(hand) ?? new Path2D(wayBack(hand).map((line) => pathOf(line, false)).join(""));
  homes.set(hand, known);
  return known;
}

/** @type {WeakMap<import("../lib/hands.js").HandShape, Path2D>} */
const patches = new WeakMap();

/** @param {import("../lib/hands.js").HandShape} shape @param {string} data */
function patchOf(shape, data) {
  const known = patches.get(shape) ?? new Path2D(data);
  patches.set(shape, known);
  return known;
}

/** @type {WeakMap<HandPath, number>} */
const reaches = new WeakMap();

/** How far a stroke reaches across the skin. @param {HandPath} hand */
function reachOf(hand) {
  const known = reaches.get(hand);
  if (known !== undefined) return known;
  const { x0, y0, x1, y1 } = boundsOf(hand.x_mm.map((x, index) => [x, hand.y_mm[index] ?? 0]));
  reaches.set(hand, Math.hypot(x1 - x0, y1 - y0));
  return Math.hypot(x1 - x0, y1 - y0);
}

/** @param {string} colour a css colour @param {number} alpha */
function withAlpha(colour, alpha) {
  return `color-mix(in srgb, ${colour} ${Math.round(alpha * 100)}%, transparent)`;
}
