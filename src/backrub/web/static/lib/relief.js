/**
 * Asks for lit pictures of the back and keeps them: in a worker where there is one, on the page where there is none.
 */
import { NEUTRAL } from "./relief-figures.js";
import { sizeKey } from "./relief-height.js";

/** @typedef {import("./relief-height.js").Size} Size */
/** @typedef {import("./relief-bake.js").Look} Look */
/** @typedef {import("./relief-light.js").Picture} Picture */
/** @typedef {{frame?: {u_mm?: number}, landmarks?: Record<string, readonly number[]>}} Atlas */

/** Between the tops of the hip bones on the neutral body, where the atlas marks them. */
const HIP_BONE_TOPS_MM = 256;
/** @type {Map<string, Promise<Picture>>} */
const kept = new Map();
const KEPT_MOST = 8;
/** @type {Map<number, (picture: Picture) => void>} */
const waiting = new Map();
/** @type {Worker | null | undefined} */
let worker;
let orders = 0;

/** Start what bakes while the page is still asking whose back it is. */
export function prepare() {
  if (worker === undefined) worker = hire();
}

/** The three measures the relief is stretched by, read from an atlas; the neutral body's where it has none.
 * @param {Atlas | null | undefined} atlas @returns {Size} */
export function sizeOf(atlas) {
  const landmarks = Object.entries(atlas?.landmarks ?? {});
  const acrossAt = (/** @type {RegExp} */ name) =>
    landmarks.filter(([id]) => name.test(id)).reduce((most, [, point]) => Math.max(most, 2 * Math.abs(point[0] ?? 0)), 0);
  const u_mm = atlas?.frame?.u_mm ?? landmarks.find(([id]) => id === "S2")?.[1][1] ?? NEUTRAL.u_mm;
  return {
    u_mm,
    shoulders_mm: acrossAt(/^(shoulder-point|acromion)/) || NEUTRAL.shoulders_mm,
    hips_mm: (acrossAt(/^hip-bone-top/) * NEUTRAL.hips_mm) / HIP_BONE_TOPS_MM || NEUTRAL.hips_mm,
  };
}

/** A lit picture of this person's back; the same question is answered once.
 * @param {Size} size @param {Look} look @returns {Promise<Picture>} */
export function relief(size, look) {
  const key = [sizeKey(size), look.palette, look.facing, look.px_per_mm].join("/");
  let picture = kept.get(key);
  if (!picture) {
    picture = order(size, look);
    kept.set(key, picture);
    picture.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest);
  }
  return picture;
}

/** @param {Size} size @param {Look} look @returns {Promise<Picture>} */
async function order(size, look) {
  prepare();
  if (!worker) return onThisThread(size, look);
  const id = (orders += 1);
  const hired = worker;
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      hired.addEventListener("error", reject, { once: true });
      hired.postMessage({ id, size, ...look });
    });
  } catch {
    worker = null;
    return onThisThread(size, look);
  } finally {
    waiting.delete(id);
  }
}

function hire() {
  try {
    const hired = new Worker(new URL("./relief-worker.js", import.meta.url), { type: "module" });
    hired.addEventListener("message", ({ data }) => waiting.get(data.id)?.(data));
    return hired;
  } catch {
    return null;
  }
}

/** @param {Size} size @param {Look} look */
async function onThisThread(size, look) {
  const { bake } = await import("./relief-bake.js");
  return bake(size, look);
}
