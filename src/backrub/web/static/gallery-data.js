/** Samples for the gallery: a plan, a stroke, wishes and words. Nothing here is used by the product. */

export const LABELS = {
  map: "The back",
  head: "head",
  you: "you",
  lying: { left: "on their left side", right: "on their right side" },
  avoid: "left alone",
  levels: { 1: "a little", 2: "quite", 3: "very" },
  marks: { mole: "a mole" },
  areas: {
    shoulders: { left: "left shoulder", right: "right shoulder", both: "both shoulders" },
    "between-blades": { left: "between the blades, left", right: "between the blades, right", both: "between the blades" },
    blades: { left: "round the left blade", right: "round the right blade", both: "round the blades" },
    "gutters-upper": { left: "beside the spine, left", right: "beside the spine, right", both: "beside the spine" },
    "gutters-lower": { left: "beside the spine, low left", right: "beside the spine, low right", both: "beside the spine, low" },
    sides: { left: "left side", right: "right side", both: "both sides" },
    waist: { left: "low back, left", right: "low back, right", both: "low back" },
  },
};

export const WISHES = {
  tense: { "shoulders:right": 3, "waist:left": 1, "waist:right": 1 },
  avoid: [],
  marks: [{ x_mm: -92, y_mm: 268, radius_mm: 10, kind: "mole" }],
};

/** @type {[string, string, string, string, number, [number, number], string?][]} */
const ROWS = [
  ["open", "rest", "Rest both hands", "middle and low back", 30, [1, 1.2]],
  ["warm-up", "stroke", "Long strokes", "whole back", 210, [1.6, 3.6]],
  ["work", "ask", "", "", 0, [0, 0]],
  ["work", "stroke", "Kneading", "shoulders", 75, [3, 4.2], "left"],
  ["work", "stroke", "Kneading", "shoulders", 150, [2.4, 4.4], "right"],
  ["work", "stroke", "Knuckle circles", "shoulder tops", 30, [3.2, 4], "left"],
  ["work", "stroke", "Knuckle circles", "shoulder tops", 60, [3.4, 4.4], "right"],
  ["work", "stroke", "Slow glide", "beside the spine, upper", 60, [3, 4.6], "left"],
  ["work", "ask", "", "", 0, [0, 0]],
  ["work", "stroke", "Slow glide", "beside the spine, upper", 105, [2.8, 4.6], "right"],
  ["work", "stroke", "Round the blade", "both blades", 45, [2.8, 4], "left"],
  ["work", "stroke", "Round the blade", "both blades", 75, [2.6, 4], "right"],
  ["work", "hold", "Still hold", "right, if one is sore", 90, [4.4, 7], "right"],
  ["work", "ask", "", "", 0, [0, 0]],
  ["work", "stroke", "Spread the low back", "both sides", 90, [2.4, 2.8]],
  ["finish", "stroke", "Long strokes", "whole back, lighter", 135, [2.8, 1.6]],
  ["finish", "stroke", "Feather strokes", "shoulders to waist", 30, [1.1, 1]],
  ["finish", "rest", "Rest", "both hands", 15, [1, 0.8]],
];

let clock_s = 0;
export const STEPS = ROWS.map(([phase, kind, label, area_label, duration_s, pressure, side_label], index) => {
  const start_s = clock_s;
  clock_s += duration_s;
  return { index, phase, kind, label, area_label, duration_s, pressure, start_s, ...(side_label ? { side_label } : {}) };
});

export const PHASES = { open: "open", "warm-up": "warm-up", work: "work", finish: "finish" };

/** Long strokes: up beside the spine, out over the shoulders, lightly home along the sides. @param {string} contact */
export function longStroke(contact) {
  const up_s = 5;
  const cycle_s = 8.6;
  const count = 172;
  /** @param {1 | -1} side */
  const hand = (side) => {
    /** @type {{t_s: number[], x_mm: number[], y_mm: number[], heading_deg: number[], pressure: number[], down: boolean[], contact: string}} */
    const path = { t_s: [], x_mm: [], y_mm: [], heading_deg: [], pressure: [], down: [], contact };
    for (let index = 0; index <= count; index += 1) {
      const t = (cycle_s * index) / count;
      const ease = (/** @type {number} */ u) => (1 - Math.cos(Math.PI * u)) / 2;
      const leaning = t < up_s;
      const u = ease(leaning ? t / up_s : (t - up_s) / (cycle_s - up_s));
      const [x, y, heading] = leaning ? rise(u) : home(u);
      path.t_s.push(t);
      path.x_mm.push(side * x);
      path.y_mm.push(y);
      path.heading_deg.push(side * heading);
      path.pressure.push(leaning ? 3.2 * Math.sin(Math.PI * Math.min(1, 0.08 + u * 0.92)) ** 0.35 : 1);
      path.down.push(true);
    }
    return path;
  };
  return { cycle_s, hands: { left: hand(-1), right: hand(1) } };
}

/** @param {number} u @returns {[number, number, number]} */
function rise(u) {
  if (u < 0.72) return [46, 430 - (u / 0.72) * 365, -4];
  const w = (u - 0.72) / 0.28;
  return [46 + 92 * w ** 1.3, 65 - 22 * Math.sin(Math.PI * w) - 5 * w, -4 + 40 * w];
}

/** @param {number} u @returns {[number, number, number]} */
function home(u) {
  const bow = Math.sin(Math.PI * u);
  return [138 - 92 * u ** 3 - 8 * u + 8 * u + 6 * bow, 60 + 370 * u, 36 - 40 * u - 10 * bow];
}

/** A pressing still hand, the other resting. @param {string} contact @param {number} x_mm @param {number} y_mm @param {number} heading_deg @param {number} pressure */
export function stillHand(contact, x_mm, y_mm, heading_deg, pressure) {
  const still = { t_s: [0, 1], x_mm: [x_mm, x_mm], y_mm: [y_mm, y_mm], heading_deg: [heading_deg, heading_deg], pressure: [pressure, pressure], down: [true, true], contact };
  return { cycle_s: 1, hands: { right: still } };
}
