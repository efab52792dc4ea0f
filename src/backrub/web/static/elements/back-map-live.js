/**
 * What moves on <back-map> while leading, on one canvas: two hands, the weight in them, and one sign of what they do.
 *
 * It draws when told the moment (`playhead`), keeps no clock of its own, and reads its colours from the page's tokens.
 */
import { KEY_AZIMUTH_DEG } from "../lib/back-view.js";
import { smoothstep } from "../lib/geometry.js";
import { handPrint } from "../lib/hand-canvas.js";
import { handScale, weightReach } from "../lib/hands.js";
import { areBeside, outwardTurns, presences } from "../lib/hands-together.js";
import { motionMark, signOf } from "../lib/motion-marks.js";
import { firmestMoment, leaningAt, poseAt, threePoses } from "../lib/stroke-play.js";
import { ground, onward } from "../lib/travel-marks.js";

/** @typedef {import("../lib/stroke-play.js").StrokePath} StrokePath */
/** @typedef {import("../lib/stroke-play.js").HandPath} HandPath */
/** @typedef {import("../lib/stroke-play.js").Pose} Pose */
/** @typedef {import("../lib/back-view.js").View} View */
/** @typedef {"left" | "right"} Side */
/** @typedef {Partial<Record<Side, Pose>>} Poses */
/** @typedef {{view: View, facing: import("../lib/back-view.js").Facing, palette: import("../lib/clay.js").Palette, ember: string, bright: string, weight: string, hand_length_mm: number | undefined, breath: number | null}} Setting */
/** @typedef {{presence: number, beside: boolean}} How presence: 1 works or rests there, less steps back beneath the other hand */

const HANDS = /** @type {const} */ (["left", "right"]);
const CEILING = 7;
/** A band over the ground to come shines less by candle. */
const BAND = { day: 0.6, evening: 0.42, candle: 0.42 };
/** A hand that lifts is wholly clay again once it is felt this much. */
const TOUCHES = 0.6;
/** Less of a hand than this would be a ghost: it is left to its dots. */
const HARDLY = 0.2;
/** A hand that only rests is lit by this share of its weight. */
const RESTING_LIT = 0.45;

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

  /** Draw one moment; returns where the hands are. @param {StrokePath} path @param {number} at_s @param {Setting} setting @returns {Poses} */
  draw(path, at_s, setting) {
    this.clear();
    return this.paint(path, at_s, setting);
  }

  /** @param {StrokePath} path @param {number} at_s @param {Setting} setting @returns {Poses} */
  paint(path, at_s, setting) {
    this.intoFrame(setting.view);
    const travels = isTravelling(path);
    const look = { scale: setting.view.scale, bright: setting.bright, strength: BAND[setting.palette] };
    if (travels) ground(this.pen, path, at_s, look);
    const poses = this.hands(path, at_s, setting);
    if (travels) onward(this.pen, path, at_s, look);
    else this.signs(path, poses, setting);
    return poses;
  }

  /** One picture for eyes that want no motion: the firmest moment, and dots where a stroke that travels begins and ends.
   * @param {StrokePath} path @param {Setting} setting */
  drawStill(path, setting) {
    this.clear();
    const lead = HANDS.map((side) => path.hands[side]).find((hand) => hand && hand.works !== false);
    const at_s = lead ? firmestMoment(lead) : 0;
    if (lead && isTravelling(path)) this.ends(path, at_s, setting);
    return this.paint(path, at_s, setting);
  }

  /** Where the hands that lean at a moment begin and end their stroke. @param {StrokePath} path @param {number} at_s @param {Setting} setting */
  ends(path, at_s, setting) {
    this.intoFrame(setting.view);
    const beside = this.besideIn(path, handScale(setting.hand_length_mm));
    for (const side of HANDS) {
      const hand = path.hands[side];
      if (!hand || hand.works === false || !leaningAt(hand, path.cycle_s, at_s)) continue;
      const [first, , last] = threePoses(hand, path.cycle_s);
      for (const pose of [first, last]) if (pose) this.hand(side, hand, { ...pose, pressure: 0 }, setting, { presence: 0, beside });
    }
  }

  /** @param {StrokePath} path @param {number} at_s @param {Setting} setting @returns {Poses} */
  hands(path, at_s, setting) {
    /** @type {Poses} */
    const poses = {};
    for (const side of HANDS) {
      const hand = path.hands[side];
      if (hand) poses[side] = poseAt(hand, path.cycle_s, at_s);
    }
    const size = handScale(setting.hand_length_mm);
    const beside = this.besideIn(path, size);
    const turns = beside ? outwardTurns(poses.left, poses.right, size) : { left: 0, right: 0 };
    const present = presences(poses.left, poses.right, size);
    for (const side of present.left < present.right ? HANDS : [...HANDS].reverse()) {
      const [hand, pose] = [path.hands[side], poses[side]];
      if (!hand || !pose) continue;
      const presence = smoothstep(HARDLY, 1, Math.min(present[side], onSkin(path, hand, pose)));
      this.hand(side, hand, { ...pose, heading: pose.heading + turns[side] }, setting, { presence, beside });
    }
    return poses;
  }

  /** @param {StrokePath} path @param {Poses} poses @param {Setting} setting */
  signs(path, poses, { view, bright, ember, palette, hand_length_mm, breath }) {
    const size = handScale(hand_length_mm);
    const colour = signOf(path.technique) === "still" && palette !== "day" ? `color-mix(in oklab, ${ember}, ${bright} 45%)` : bright;
    for (const side of HANDS) {
      const [hand, pose, other] = [path.hands[side], poses[side], poses[side === "left" ? "right" : "left"]];
      if (!hand || !pose) continue;
      const reach_mm = weightReach(hand.contact, side) * size;
      motionMark(this.pen, path.technique, hand, side, pose, { scale: view.scale, colour, reach_mm, breath, firmer: other?.down ? other.pressure : 0 });
    }
  }

  /** Whether thumbs lie alongside in this stroke; found once. @param {StrokePath} path @param {number} size */
  besideIn(path, size) {
    if (this.judged?.path !== path) this.judged = { path, beside: areBeside(path, (hand, at_s) => poseAt(hand, path.cycle_s, at_s), size) };
    return this.judged.beside;
  }

  /** @param {View} view */
  intoFrame({ scale, turn_deg, centre_px, centre_mm }) {
    this.pen.setTransform(this.dpr, 0, 0, this.dpr, 0, 0);
    this.pen.translate(...centre_px);
    this.pen.rotate((turn_deg * Math.PI) / 180);
    this.pen.scale(scale, scale);
    this.pen.translate(-centre_mm[0], -centre_mm[1]);
  }

  /** @param {Side} side @param {HandPath} path @param {Pose} pose @param {Setting} setting @param {How} how */
  hand(side, path, pose, setting, { presence, beside }) {
    const { pen } = this;
    const { view, facing, palette } = setting;
    const rests = path.works === false;
    const middle = path.heading_deg[path.heading_deg.length >> 1] ?? 0;
    const lamp_azimuth_deg = KEY_AZIMUTH_DEG[facing] - view.turn_deg - middle;
    const px_per_mm = Math.min(3, Math.ceil(view.scale * this.dpr * 2) / 2);
    const asked = { contact: path.contact, hand: side, palette, lamp_azimuth_deg, px_per_mm, beside };
    pen.save();
    pen.translate(pose.x, pose.y);
    pen.rotate((pose.heading * Math.PI) / 180);
    const size = handScale(setting.hand_length_mm);
    pen.scale(size, size);
    if (presence < 1) this.print(handPrint({ ...asked, look: "dotted" }), 1 - presence);
    if (presence > 0) {
      this.shadow(pose, palette);
      const print = handPrint({ ...asked, look: rests ? "quiet" : "solid" });
      this.print(print, presence);
      pen.shadowColor = "transparent";
      if (pose.down && pose.pressure > 0.4) this.weight(print.shape, pose.pressure, setting, presence * (rests ? RESTING_LIT : 1));
    }
    pen.restore();
  }

  /** @param {Pose} pose @param {import("../lib/clay.js").Palette} palette */
  shadow({ down }, palette) {
    const { pen } = this;
    pen.shadowColor = palette === "day" ? "oklch(0.3 0.05 40 / 0.5)" : "oklch(0.03 0.01 28 / 0.9)";
    pen.shadowBlur = (down ? 9 : 18) * this.dpr;
    pen.shadowOffsetY = (down ? 2 : 7) * this.dpr;
  }

  /** @param {import("../lib/hand-canvas.js").HandPrint} print @param {number} alpha */
  print({ canvas, shape: { box, anchor } }, alpha) {
    this.pen.globalAlpha = alpha;
    this.pen.drawImage(canvas, box.x - anchor[0], box.y - anchor[1], box.width, box.height);
  }

  /** The part that bears, lit by how much. @param {import("../lib/hands.js").HandShape} shape @param {number} pressure @param {Setting} setting @param {number} alpha */
  weight(shape, pressure, { weight, bright, palette }, alpha) {
    const { pen } = this;
    const share = Math.min(1, pressure / CEILING);
    const data = shape.weight.join("");
    if (!data) return;
    const patch = patchOf(shape, data);
    pen.translate(-shape.anchor[0], -shape.anchor[1]);
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

/** How much a hand is on the skin, 0 to 1. One that taps is there too often to come and go, and one that rests stays.
 * @param {StrokePath} path @param {HandPath} hand @param {Pose} pose */
function onSkin({ technique }, hand, { down, pressure }) {
  if (hand.works === false || signOf(technique) === "tap") return 1;
  return down ? smoothstep(0, TOUCHES, pressure) : 0;
}

/** Whether a stroke's sign is the way it goes. @param {StrokePath} path */
function isTravelling({ technique, hands }) {
  return signOf(technique, (hands.right ?? hands.left)?.contact) === null;
}

/** @type {WeakMap<import("../lib/hands.js").HandShape, Path2D>} */
const patches = new WeakMap();

/** @param {import("../lib/hands.js").HandShape} shape @param {string} data */
function patchOf(shape, data) {
  const known = patches.get(shape) ?? new Path2D(data);
  patches.set(shape, known);
  return known;
}
