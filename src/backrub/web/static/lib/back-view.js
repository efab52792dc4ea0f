/**
 * How the back lies on the screen: which part of it, which way round, at what scale.
 *
 * Conventions: mm in the back frame, px in the element's box; `turn_deg` clockwise on screen.
 */
/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {readonly [x0: number, y0: number, x1: number, y1: number]} Box */
/** @typedef {{scale: number, turn_deg: number, centre_px: Point, centre_mm: Point, css: string}} View */

/** Azimuth of the key, the way the head points on screen: always from the head end, leaning to the upper left (never
 * from below, where hollows would read as hills). */
export const KEY_AZIMUTH_DEG = { up: -116, left: -150, right: -30, down: -116 };
/** How far the stage is turned for each. */
export const TURN_DEG = { up: 0, right: 90, down: 180, left: -90 };
/** @typedef {keyof typeof TURN_DEG} Facing */

/** Named parts of the back, for U = 500 mm. @type {Record<string, Box>} */
export const FRAMES = {
  whole: [-262, -196, 262, 594],
  work: [-236, -196, 236, 516],
  near: [-236, -148, 236, 506], // the same where the neck may run off the edge of a small screen
};

/** @param {Box} box mm @param {Facing} facing @param {{width: number, height: number}} room px
 * @param {"contain" | "cover"} [fit] @returns {View} */
export function viewOf(box, facing, { width, height }, fit = "contain") {
  const lying = facing === "left" || facing === "right";
  const [across, along] = [box[2] - box[0], box[3] - box[1]];
  const shares = [width / (lying ? along : across), height / (lying ? across : along)];
  const scale = Math.max(0.01, fit === "cover" ? Math.max(...shares) : Math.min(...shares));
  const centre_mm = /** @type {Point} */ ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
  const turn_deg = TURN_DEG[facing];
  const css = `translate(${width / 2}px, ${height / 2}px) rotate(${turn_deg}deg) scale(${scale}) translate(${-centre_mm[0]}px, ${-centre_mm[1]}px)`;
  return { scale, turn_deg, centre_px: [width / 2, height / 2], centre_mm, css };
}

/** @param {number} turn_deg @returns {[number, number]} */
function cosSin(turn_deg) {
  const turn = (turn_deg * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
}

/** Where a place of the back is on screen. @param {View} view @param {Point} mm @returns {Point} */
export function toScreen(view, [x, y]) {
  const [cos, sin] = cosSin(view.turn_deg);
  const [dx, dy] = [(x - view.centre_mm[0]) * view.scale, (y - view.centre_mm[1]) * view.scale];
  return [view.centre_px[0] + dx * cos - dy * sin, view.centre_px[1] + dx * sin + dy * cos];
}

/** Which place of the back is at a point of the screen. @param {View} view @param {Point} px @returns {Point} */
export function toBack(view, [x, y]) {
  const [cos, sin] = cosSin(-view.turn_deg);
  const [dx, dy] = [x - view.centre_px[0], y - view.centre_px[1]];
  return [view.centre_mm[0] + (dx * cos - dy * sin) / view.scale, view.centre_mm[1] + (dx * sin + dy * cos) / view.scale];
}
