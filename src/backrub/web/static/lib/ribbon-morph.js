/**
 * One ribbon flowing into the next: its width and where its phases meet, at even shares of its length.
 *
 * @typedef {{at: number, half: number}[]} Shape
 * @typedef {{phase: string, start_s: number, duration_s: number}} Group
 * @typedef {{phase: string, from: number, to: number}} Stretch shares of the whole length
 * @typedef {{halves: number[], stretches: Stretch[]}} Picture what was last seen, free of px
 */
import { clamp, smoothstep } from "./geometry.js";

/** How long one takes to become the other [ms]. */
export const MORPH_MS = 700;

const SAMPLES = 160;

/** What is seen of a ribbon, so that another can begin from it. @param {Shape} shape @param {number} half px at the ceiling @param {Stretch[]} stretches @returns {Picture} */
export function pictureOf(shape, half, stretches) {
  const halves = Array.from({ length: SAMPLES + 1 }, (_, index) => at(shape.map((point) => point.half), index / SAMPLES) / half);
  return { halves, stretches };
}

/** Neighbouring steps of one phase as one stretch. @param {readonly Group[]} groups @param {number} total_s @returns {Stretch[]} */
export function stretchesOf(groups, total_s) {
  /** @type {Stretch[]} */
  const stretches = [];
  for (const { phase, start_s, duration_s } of groups) {
    const [from, to] = [start_s / total_s, (start_s + duration_s) / total_s];
    const last = stretches[stretches.length - 1];
    if (last?.phase === phase) last.to = to;
    else stretches.push({ phase, from, to });
  }
  return stretches;
}

/** The next ribbon's shape on its way from what was seen before. @param {Shape} shape @param {number} half px at the ceiling @param {Picture} before @param {number} share 0 to 1 of the way @returns {Shape} */
export function between(shape, half, before, share) {
  const eased = smoothstep(0, 1, clamp(share, 0, 1));
  return shape.map((point, index) => ({ at: point.at, half: mix(at(before.halves, index / (shape.length - 1)) * half, point.half, eased) }));
}

/** Where the phases meet on the way; where the two have other phases, at once where they will. @param {Stretch[]} stretches @param {Picture} before @param {number} share @returns {Stretch[]} */
export function stretchesBetween(stretches, before, share) {
  const alike = stretches.length === before.stretches.length && stretches.every(({ phase }, index) => phase === before.stretches[index]?.phase);
  if (!alike) return stretches;
  const eased = smoothstep(0, 1, clamp(share, 0, 1));
  return stretches.map(({ phase, from, to }, index) => {
    const was = /** @type {Stretch} */ (before.stretches[index]);
    return { phase, from: mix(was.from, from, eased), to: mix(was.to, to, eased) };
  });
}

/** @param {readonly number[]} values @param {number} share */
function at(values, share) {
  const place = share * (values.length - 1);
  const low = Math.floor(place);
  const [a = 0, b = a] = [values[low], values[low + 1]];
  return mix(a, b, place - low);
}

/** @param {number} a @param {number} b @param {number} share */
const mix = (a, b, share) => a + (b - a) * share;
