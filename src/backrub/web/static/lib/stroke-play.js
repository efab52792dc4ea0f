/**
 * Reads a stroke path at a moment: where each hand is, what it will press next, how it gets home.
 *
 * Conventions: seconds into the stroke's cycle, mm in the back frame, heading 0 towards the head, clockwise; hands are the
 * giver's. A path is a loop: after `cycle_s` it begins again.
 *
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{t_s: readonly number[], x_mm: readonly number[], y_mm: readonly number[], heading_deg: readonly number[], pressure: readonly number[], down: readonly (boolean | number)[], contact: string, works?: boolean}} HandPath
 * @typedef {{cycle_s: number, technique?: string, clothed?: boolean, upper?: "left" | "right" | null, hands: {left?: HandPath | null, right?: HandPath | null}}} StrokePath
 * @typedef {{x: number, y: number, heading: number, pressure: number, down: boolean}} Pose
 * @typedef {{points: Point[], reaches: boolean}} Ahead reaches: whether the band ends where the pressing ends
 */

const DOWN_SHARE = 0.6;
/** As firm as a stroke gets, near enough. */
const FIRMEST_SHARE = 0.98;

/** @param {readonly (number | boolean)[]} list @param {number} index */
const number = (list, index) => Number(list[index] ?? 0);

/** Where a hand is. @param {HandPath} hand @param {number} cycle_s @param {number} at_s any time; wrapped into the cycle @returns {Pose} */
export function poseAt(hand, cycle_s, at_s) {
  const t = cycle_s > 0 ? ((at_s % cycle_s) + cycle_s) % cycle_s : 0;
  const after = firstAfter(hand.t_s, t);
  const before = Math.max(0, after - 1);
  const span = number(hand.t_s, after) - number(hand.t_s, before);
  const part = span > 0 ? Math.min(1, (t - number(hand.t_s, before)) / span) : 0;
  const mix = (/** @type {readonly number[]} */ list) => number(list, before) + (number(list, after) - number(list, before)) * part;
  const turn = ((number(hand.heading_deg, after) - number(hand.heading_deg, before) + 540) % 360) - 180;
  return {
    x: mix(hand.x_mm),
    y: mix(hand.y_mm),
    heading: number(hand.heading_deg, before) + turn * part,
    pressure: mix(hand.pressure),
    down: Boolean(hand.down[part < 0.5 ? before : after]),
  };
}

/** @param {readonly number[]} times rising @param {number} t */
function firstAfter(times, t) {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (number(times, middle) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A path never changes, and it is read with every frame. @type {WeakMap<HandPath, boolean[]>} */
const leans = new WeakMap();

/** For each sample, whether the hand leans there: down, and near the firmest it gets. @param {HandPath} hand */
export function leaning(hand) {
  const known = leans.get(hand);
  if (known) return known;
  const firmest = hand.pressure.reduce((most, value) => Math.max(most, value), 0);
  const marks = hand.t_s.map((_, index) => Boolean(hand.down[index]) && number(hand.pressure, index) >= firmest * DOWN_SHARE);
  leans.set(hand, marks);
  return marks;
}

/** Whether a hand leans at a moment. @param {HandPath} hand @param {number} cycle_s @param {number} at_s */
export function leaningAt(hand, cycle_s, at_s) {
  const t = cycle_s > 0 ? ((at_s % cycle_s) + cycle_s) % cycle_s : 0;
  return leaning(hand)[firstAfter(hand.t_s, t)] ?? false;
}

/** The part of a stroke that leans, as a share of the cycle: what the pulse ring shows thick. @param {HandPath} hand */
export function leanShare(hand) {
  const marks = leaning(hand);
  return marks.length ? marks.filter(Boolean).length / marks.length : 0;
}

/** The ground the hand will press next, from where it is (or from where it next comes down).
 * @param {HandPath} hand @param {number} cycle_s @param {number} at_s @param {number} most_mm @returns {Ahead} */
export function ahead(hand, cycle_s, at_s, most_mm) {
  const marks = leaning(hand);
  const count = marks.length;
  const t = ((at_s % cycle_s) + cycle_s) % cycle_s;
  const start = firstAfter(hand.t_s, t);
  const now = poseAt(hand, cycle_s, at_s);
  /** @type {Point[]} */
  const points = marks[start] ? [[now.x, now.y]] : [];
  let length = 0;
  let reaches = false;
  for (let step = 0; step < count && length < most_mm; step += 1) {
    const index = (start + step) % count;
    if (!marks[index]) {
      reaches = points.length > 1;
      if (reaches) break;
      points.length = 0;
      continue;
    }
    const point = /** @type {Point} */ ([number(hand.x_mm, index), number(hand.y_mm, index)]);
    const last = points[points.length - 1];
    const far = last ? Math.hypot(point[0] - last[0], point[1] - last[1]) : 0;
    if (far > 60) break;
    if (!last || far > 2) {
      points.push(point);
      length += far;
    }
  }
  return { points, reaches };
}

/** The light way home: runs of samples that do not lean, as lines. @param {HandPath} hand @returns {Point[][]} */
export function wayBack(hand) {
  const marks = leaning(hand);
  /** @type {Point[][]} */
  const lines = [];
  marks.forEach((presses, index) => {
    if (presses) return;
    const point = /** @type {Point} */ ([number(hand.x_mm, index), number(hand.y_mm, index)]);
    const run = lines[lines.length - 1];
    if (run && index > 0 && !marks[index - 1]) run.push(point);
    else lines.push([point]);
  });
  return lines.filter((run) => run.length > 2);
}

/** Start, middle and end of the leaning part: how a stroke is shown to eyes that want no motion.
 * @param {HandPath} hand @param {number} cycle_s @returns {Pose[]} */
export function threePoses(hand, cycle_s) {
  const marks = leaning(hand);
  const first = Math.max(0, marks.indexOf(true));
  const last = Math.max(first, marks.lastIndexOf(true));
  return [first, (first + last) >> 1, last].map((index) => poseAt(hand, cycle_s, number(hand.t_s, index)));
}

/** The moment a picture that stands still shows: where the hand is firmest, as near to the middle of its leaning as can be.
 * @param {HandPath} hand @returns {number} s */
export function firmestMoment(hand) {
  const marks = leaning(hand);
  const middle = (marks.indexOf(true) + marks.lastIndexOf(true)) / 2;
  const firmest = hand.pressure.reduce((most, value) => Math.max(most, value), 0);
  let best = Math.max(0, marks.indexOf(true));
  marks.forEach((leans, index) => {
    const nearer = Math.abs(index - middle) < Math.abs(best - middle);
    if (leans && number(hand.pressure, index) >= firmest * FIRMEST_SHARE && (nearer || number(hand.pressure, best) < firmest * FIRMEST_SHARE)) best = index;
  });
  return number(hand.t_s, best);
}

/** A band along a line, broad at the hand and narrower at its tip, as a ring.
 * @param {readonly Point[]} line @param {number} from_mm @param {number} to_mm @returns {Point[]} */
export function bandAlong(line, from_mm, to_mm) {
  /** @type {Point[]} */
  const right = [];
  /** @type {Point[]} */
  const left = [];
  line.forEach(([x, y], index) => {
    const a = line[Math.max(0, index - 1)] ?? [x, y];
    const b = line[Math.min(line.length - 1, index + 1)] ?? [x, y];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const half = (from_mm + ((to_mm - from_mm) * index) / Math.max(1, line.length - 1)) / 2;
    const [nx, ny] = [((a[1] - b[1]) / length) * half, ((b[0] - a[0]) / length) * half];
    right.push([x - nx, y - ny]);
    left.push([x + nx, y + ny]);
  });
  return [...right, ...left.reverse()];
}
