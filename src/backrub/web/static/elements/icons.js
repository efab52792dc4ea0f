/**
 * Line icons as Lit templates: `icon("mat")`. Drawn on a 28 × 24 grid in the colour of the text beside them.
 *
 * They are decoration: the word stands next to each. Names: mat, table, bed, chair, oil, dry, shirt, towel, cushion, ring,
 * room, head, nails, sound, sun, phone, stop.
 */
import { html, svg } from "../vendor/lit.js";

const line = (/** @type {string} */ d) => svg`<path d=${d}></path>`;
const disc = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => svg`<circle cx=${x} cy=${y} r=${r}></circle>`;
const box = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h, /** @type {number} */ r) =>
  svg`<rect x=${x} y=${y} width=${w} height=${h} rx=${r}></rect>`;

const DRAWN = {
  mat: [disc(6, 13.5, 2.6), disc(6, 13.5, 0.4), line("M6 10.9H22a2.2 2.2 0 0 1 2.2 2.2v.8a2.2 2.2 0 0 1-2.2 2.2H6")],
  table: [line("M3.5 11q0-4 3-4h15q3 0 3 4z"), line("M7 11v9M21 11v9")],
  bed: [line("M4 20v-7q0-1.5 1.5-1.5h17q1.5 0 1.5 1.5v7M4 16.5h20"), line("M8 11.5V8.5q0-1.5 1.5-1.5h4.5q1.5 0 1.5 1.5v3")],
  chair: [line("M9.5 4v16M9.5 13h8q1.5 0 1.5 1.5V20"), line("M9.5 4q0-.5.5-.5")],
  oil: [line("M14 3.5c3.6 5 6 7.9 6 11.3a6 6 0 0 1-12 0c0-3.4 2.4-6.3 6-11.3z"), line("M11 15.5a3.2 3.2 0 0 0 2.6 2.9")],
  dry: [line("M6 15c1.5-5 4-8 8-8s6.5 3 8 8"), line("M9.5 18h9M12 21h4")],
  shirt: [line("M10 4.5 4.5 7.5l2 5 2.5-1V20h10v-8.5l2.5 1 2-5L18 4.5c-.6 2-2 3-4 3s-3.4-1-4-3z")],
  towel: [disc(8.5, 12, 4.5), disc(8.5, 12, 1.3), line("M8.5 7.5H20a4 4 0 0 1 4 4v1a4 4 0 0 1-4 4H8.5")],
  cushion: [line("M5 8.5q9-2.2 18 0 1.6 4 0 8-9 2.2-18 0-1.6-4 0-8z")],
  ring: [disc(14, 14.8, 5.7), line("M11 5h6l1.2 2.2L14 9.6 9.8 7.2z")],
  room: [line("M8 20c-2.5-3 2.5-5 0-8s2.5-5 0-8M14 20c-2.5-3 2.5-5 0-8s2.5-5 0-8M20 20c-2.5-3 2.5-5 0-8s2.5-5 0-8")],
  head: [svg`<ellipse cx="14" cy="9" rx="4.4" ry="5.6"></ellipse>`, line("M5 17.2q9-4.8 18 0M5 20.5q9-4.8 18 0")],
  nails: [line("M10 21V9.5a4 4 0 0 1 8 0V21"), line("M11.8 12.5V9.6a2.2 2.2 0 0 1 4.4 0v2.9q-2.2 1-4.4 0z")],
  sound: [line("M5 9.5h4l5-4.5v14l-5-4.5H5z"), line("M18 8.5q2.5 3.5 0 7M21 6q4.5 6 0 12")],
  sun: [disc(14, 12, 4), line("M14 3v2.5M14 18.5V21M5 12h2.5M20.5 12H23M7.6 5.6l1.8 1.8M18.6 16.6l1.8 1.8M7.6 18.4l1.8-1.8M18.6 7.4l1.8-1.8")],
  phone: [box(9, 3, 10, 18, 2.2), line("M13 18.3h2")],
  stop: [line("M10 12V6.5a1.5 1.5 0 0 1 3 0V11m0-1V5a1.5 1.5 0 0 1 3 0v6m0-.5V6.5a1.5 1.5 0 0 1 3 0V15c0 4-2.5 6-5.5 6-2.8 0-4-1.2-5.5-3.8L6 14.5q1-2 4 .5z")],
};

/** @typedef {keyof typeof DRAWN} IconName */
export const ICON_NAMES = /** @type {readonly IconName[]} */ (Object.keys(DRAWN));

/** One icon; an unknown name draws nothing. @param {string} name */
export function icon(name) {
  const parts = name in DRAWN ? DRAWN[/** @type {IconName} */ (name)] : [];
  return html`<svg
    viewBox="0 0 28 24"
    width="28"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${parts}
  </svg>`;
}

/** How tight, as drawn on the back: one, two or three rings; or left alone. @param {1 | 2 | 3 | "avoid"} level */
export function levelIcon(level) {
  const rings = level === "avoid" ? [] : Array.from({ length: level }, (_, index) => disc(14, 12, 3.2 + index * 3));
  const hatch = [disc(14, 12, 9), line("M8 16.5 18.5 6M6 13 13 6M10.5 19.5 22 8M15 20l7-7")];
  return html`<svg viewBox="3 1 22 22" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true" focusable="false">
    ${level === "avoid" ? hatch : rings}
  </svg>`;
}
