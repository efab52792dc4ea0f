/**
 * Two hands near each other: thumbs go alongside, and fingers turn outward as far as they must so that nothing crosses.
 *
 * Conventions: mm and degrees in the back frame, as in stroke-play.js; hands are the giver's.
 */
import { smoothstep } from "./geometry.js";

/** @typedef {import("./stroke-play.js").Pose} Pose */
/** @typedef {import("./stroke-play.js").StrokePath} StrokePath */
/** @typedef {Partial<Record<"left" | "right", number>>} Turns degrees, clockwise */

/** A thumb held away reaches this far from where the hand bears; one laid alongside so far, and so far ahead. */
const THUMB_AWAY_MM = 76;
const THUMB_ALONGSIDE_MM = 48;
const AHEAD_MM = 58;
const MOST_DEG = 20;
/** Hands this far behind each other, or pointing this differently, do not mind each other. */
const BEHIND_MM = /** @type {const} */ ([90, 170]);
const DIFFERENT_DEG = /** @type {const} */ ([35, 75]);

/** Hands that take hold lie side by side as forearms come; only flat ones turn. */
const CURLED = new Set(["whole-hand", "cupped-hands"]);

/** Closer than this side by side, one hand lies over the other. */
const OVER_MM = /** @type {const} */ ([45, 85]);
/** How much less a hand must press to step back wholly. */
const FIRMER = 1.2;

/** How far the other hand is on this one's thumb side, and how much the two mind each other (0 to 1).
 * @param {Pose} hand @param {Pose} other @param {1 | -1} thumb −1 where the thumb is at the left of the fingers */
function apart(hand, other, thumb) {
  const turn = (hand.heading * Math.PI) / 180;
  const [dx, dy] = [other.x - hand.x, other.y - hand.y];
  const aside = (dx * Math.cos(turn) + dy * Math.sin(turn)) * thumb;
  const ahead = Math.abs(dy * Math.cos(turn) - dx * Math.sin(turn));
  const different = Math.abs(((other.heading - hand.heading + 540) % 360) - 180);
  const minds = smoothstep(BEHIND_MM[1], BEHIND_MM[0], ahead) * smoothstep(DIFFERENT_DEG[1], DIFFERENT_DEG[0], different);
  return { aside, minds };
}

/** @param {Pose} left @param {Pose} right @param {number} size of the hands, 1 = as modelled @param {number} reach_mm */
function sharing(left, right, size, reach_mm) {
  const [ofLeft, ofRight] = [apart(left, right, 1), apart(right, left, -1)];
  const aside = Math.min(ofLeft.aside, ofRight.aside);
  return { minds: aside > 0 ? Math.min(ofLeft.minds, ofRight.minds) : 0, short_mm: reach_mm - aside / 2 / size };
}

/** Whether the hands come so close in a stroke that thumbs must lie alongside, all through it.
 * @param {StrokePath} path @param {(hand: import("./stroke-play.js").HandPath, at_s: number) => Pose} poseOf @param {number} size */
export function areBeside({ hands, cycle_s }, poseOf, size) {
  const { left, right } = hands;
  if (!left || !right || CURLED.has(left.contact) || CURLED.has(right.contact)) return false;
  return Array.from({ length: 16 }, (_, index) => (cycle_s * index) / 16).some((at_s) => {
    const { minds, short_mm } = sharing(poseOf(left, at_s), poseOf(right, at_s), size, THUMB_AWAY_MM);
    return minds > 0.3 && short_mm > 0;
  });
}

/** How far each hand turns its fingers away from the other now. @param {Pose | undefined} left @param {Pose | undefined} right
 * @param {number} size @returns {{left: number, right: number}} degrees clockwise */
export function outwardTurns(left, right, size) {
  if (!left || !right) return { left: 0, right: 0 };
  const { minds, short_mm } = sharing(left, right, size, THUMB_ALONGSIDE_MM);
  const needed = (Math.asin(Math.min(1, Math.max(0, short_mm) / AHEAD_MM)) * 180) / Math.PI;
  const turn = Math.min(MOST_DEG, needed) * minds;
  return { left: -turn, right: turn };
}

/** How solid each hand is drawn: where one lies over the other, the one that presses less steps back to its dots, so that one
 * hand reads.
 * @param {Pose | undefined} left @param {Pose | undefined} right @param {number} size @returns {{left: number, right: number}} 0 to 1 */
export function presences(left, right, size) {
  if (!left || !right) return { left: 1, right: 1 };
  const { minds, aside } = over(left, right);
  const covering = minds * smoothstep(OVER_MM[1], OVER_MM[0], aside / size);
  const step = (/** @type {number} */ less) => 1 - covering * smoothstep(0, FIRMER, less);
  return { left: step(weightOf(right) - weightOf(left)), right: step(weightOf(left) - weightOf(right)) };
}

/** @param {Pose} pose */
const weightOf = (pose) => (pose.down ? pose.pressure : 0);

/** @param {Pose} left @param {Pose} right */
function over(left, right) {
  const { aside, minds } = apart(left, right, 1);
  return { aside: Math.abs(aside), minds };
}
