/**
 * The plan as a ribbon: along it runs time, its width is the pressure. Pure shapes; <plan-ribbon> draws them.
 *
 * Conventions: seconds along, felt pressure across; `along(seconds)` maps to px, so that rows of text may stretch time.
 *
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{index?: number, kind?: string, phase: string, start_s: number, duration_s: number, pressure?: readonly [number, number] | null, label?: string, area_label?: string, technique?: string | null, side?: string | null, side_label?: string, spoken?: string}} Step
 * @typedef {{index: number, steps: Step[], start_s: number, duration_s: number, phase: string, label: string, area_label: string}} Group
 */
import { clamp, smoothstep } from "./geometry.js";

const RESTING = 0.8;
const CEILING = 7;

/** Steps of one technique on one place are one group: "left 1:15, right 2:30".
 * @param {readonly Step[]} steps @returns {Group[]} */
export function groupsOf(steps) {
  /** @type {Group[]} */
  const groups = [];
  steps.forEach((step, position) => {
    if (step.duration_s <= 0) return;
    const last = groups[groups.length - 1];
    const [label, area_label] = [step.label ?? "", step.area_label ?? ""];
    if (last && last.phase === step.phase && last.label === label && last.area_label === area_label && step.kind !== "hold") {
      last.steps.push(step);
      last.duration_s += step.duration_s;
    } else {
      groups.push({ index: step.index ?? position, steps: [step], start_s: step.start_s, duration_s: step.duration_s, phase: step.phase, label, area_label });
    }
  });
  return groups;
}

/** When the giver asks, in seconds: given outright, or where the plan's ask steps stand.
 * @param {readonly Step[]} steps @param {readonly number[]} [asks] @returns {number[]} */
export function asksOf(steps, asks = []) {
  return asks.length ? [...asks] : steps.filter((step) => step.kind === "ask").map((step) => step.start_s);
}

/** @param {readonly Step[]} steps */
export const totalOf = (steps) => steps.reduce((end, step) => Math.max(end, step.start_s + step.duration_s), 0);

/** Felt pressure at a moment of the plan; a hold sinks in, stays, and eases out. @param {readonly Step[]} steps only those that last @param {number} at_s */
export function pressureAt(steps, at_s) {
  const step = steps.find((one) => at_s < one.start_s + one.duration_s) ?? steps[steps.length - 1];
  if (!step) return RESTING;
  const [from, to] = step.pressure ?? [RESTING, RESTING];
  const part = clamp((at_s - step.start_s) / step.duration_s, 0, 1);
  if (step.kind === "hold") return from + (to - from) * smoothstep(0.06, 0.34, part) * smoothstep(1.06, 0.72, part);
  return from + (to - from) * part;
}

/** Half the ribbon's width at even distances along it, smoothed so that changes read as swells, not steps.
 * @param {readonly Step[]} steps @param {(at_s: number) => number} along px @param {number} half_px half width at the ceiling
 * @param {number} [every_px] @returns {{at: number, half: number}[]} */
export function profile(steps, along, half_px, every_px = 3) {
  const timed = steps.filter((step) => step.duration_s > 0);
  const total_s = totalOf(timed);
  const length = along(total_s) - along(0);
  const count = Math.max(2, Math.round(length / every_px));
  const seconds = inverse(along, total_s);
  const raw = Array.from({ length: count + 1 }, (_, index) => pressureAt(timed, seconds(along(0) + (length * index) / count)));
  const reach = Math.max(1, Math.round(9 / every_px));
  return raw.map((_, index) => {
    let [sum, weights] = [0, 0];
    for (let offset = -2 * reach; offset <= 2 * reach; offset += 1) {
      const weight = Math.exp(-0.5 * (offset / reach) ** 2);
      sum += weight * /** @type {number} */ (raw[clamp(index + offset, 0, count)]);
      weights += weight;
    }
    return { at: along(0) + (length * index) / count, half: (half_px * (0.06 + sum / weights)) / (CEILING + 0.06) };
  });
}

/** @param {(at_s: number) => number} along rising @param {number} total_s */
function inverse(along, total_s) {
  return (/** @type {number} */ px) => {
    let [low, high] = [0, total_s];
    for (let round = 0; round < 24; round += 1) {
      const middle = (low + high) / 2;
      if (along(middle) < px) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
}

/** The ribbon between two places as a closed path. @param {readonly {at: number, half: number}[]} shape @param {number} from px
 * @param {number} to px @param {number} centre px @param {boolean} upright */
export function ribbonPath(shape, from, to, centre, upright) {
  const part = cut(shape, from, to);
  const there = part.map(({ at, half }) => pair(at, centre - half, upright));
  const back = part.map(({ at, half }) => pair(at, centre + half, upright)).reverse();
  return `M${[...there, ...back].join("L")}Z`;
}

/** A thread that runs with the ribbon at a share of its width. @param {readonly {at: number, half: number}[]} shape
 * @param {number} share −1 to 1 @param {number} centre @param {boolean} upright */
export function threadPath(shape, share, centre, upright) {
  return `M${shape.map(({ at, half }) => pair(at, centre + half * share, upright)).join("L")}`;
}

/** @param {readonly {at: number, half: number}[]} shape @param {number} at */
export function halfAt(shape, at) {
  const next = shape.findIndex((point) => point.at >= at);
  const [b, a] = [shape[next < 0 ? shape.length - 1 : next], shape[Math.max(0, next - 1)]];
  if (!a || !b) return 0;
  return b.at === a.at ? b.half : a.half + ((b.half - a.half) * (at - a.at)) / (b.at - a.at);
}

/** @param {readonly {at: number, half: number}[]} shape @param {number} from @param {number} to */
function cut(shape, from, to) {
  const inside = shape.filter(({ at }) => at > from && at < to);
  return [{ at: from, half: halfAt(shape, from) }, ...inside, { at: to, half: halfAt(shape, to) }];
}

/** @param {number} along @param {number} across @param {boolean} upright */
const pair = (along, across, upright) =>
  upright ? `${across.toFixed(1)} ${along.toFixed(1)}` : `${along.toFixed(1)} ${across.toFixed(1)}`;

/** Time to px with rows at least so high: a straight line between the rows' measured tops.
 * @param {readonly {start_s: number, top: number}[]} rows @param {number} total_s @param {number} end px */
export function alongRows(rows, total_s, end) {
  const knots = [...rows.map(({ start_s, top }) => /** @type {Point} */ ([start_s, top])), /** @type {Point} */ ([total_s, end])];
  return (/** @type {number} */ at_s) => {
    for (let index = 1; index < knots.length; index += 1) {
      const [a, b] = [/** @type {Point} */ (knots[index - 1]), /** @type {Point} */ (knots[index])];
      if (at_s <= b[0]) return a[1] + ((b[1] - a[1]) * (at_s - a[0])) / Math.max(1e-9, b[0] - a[0]);
    }
    return end;
  };
}

/** Labels side by side, each near its own centre; where they crowd, the shortest steps go without.
 * @param {readonly {centre: number, width: number, weight: number}[]} labels in the order of their centres @param {number} room px
 * @param {number} [gap] @param {number} [slip] how far one may stand from its centre, px @returns {(number | null)[]} left edges, null for those left out */
export function spread(labels, room, gap = 10, slip = 26) {
  const middle = (/** @type {number} */ index) => at(labels, index).centre;
  const heaviestFirst = labels.map((_, index) => index).sort((a, b) => at(labels, b).weight - at(labels, a).weight);
  /** @type {number[]} */
  let kept = [];
  /** @type {(number | null)[]} */
  let lefts = labels.map(() => null);
  for (const index of heaviestFirst) {
    const tried = [...kept, index].sort((a, b) => middle(a) - middle(b));
    const places = settle(tried.map((one) => at(labels, one)), room, gap);
    const fits = places.every((left, place) => left >= 0 && Math.abs(left - ideal(at(labels, at(tried, place)), room)) <= slip);
    if (!fits) continue;
    kept = tried;
    lefts = labels.map((_, one) => (tried.includes(one) ? at(places, tried.indexOf(one)) : null));
  }
  return lefts;
}

/** @template T @param {readonly T[]} list @param {number} index @returns {T} */
const at = (list, index) => /** @type {T} */ (list[index]);

/** @param {{centre: number, width: number}} label @param {number} room */
const ideal = ({ centre, width }, room) => clamp(centre - width / 2, 0, Math.max(0, room - width));

/** Push apart to the right, then back from the right edge, then share what is left between neighbours.
 * @param {{centre: number, width: number}[]} labels @param {number} room @param {number} gap */
function settle(labels, room, gap) {
  const lefts = labels.map((label) => ideal(label, room));
  for (let round = 0; round < 8; round += 1) {
    for (let index = 1; index < labels.length; index += 1) {
      const over = at(lefts, index - 1) + at(labels, index - 1).width + gap - at(lefts, index);
      if (over <= 0) continue;
      const first = index === 1 && at(lefts, 0) <= 0;
      lefts[index] = at(lefts, index) + (first ? over : over / 2);
      lefts[index - 1] = at(lefts, index - 1) - (first ? 0 : over / 2);
    }
  }
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const edge = index === labels.length - 1 ? room : at(lefts, index + 1) - gap;
    lefts[index] = Math.min(at(lefts, index), edge - at(labels, index).width);
  }
  return lefts;
}
