/**
 * How somebody lies and what they wear, as SVG templates in the mm frame: a shirt over the back, a mat under the lower side.
 *
 * Conventions: figures are those of the neutral body, stretched to the person as the clay is (`placed`).
 */
import { NEUTRAL } from "../lib/relief-figures.js";
import { placed } from "../lib/relief-height.js";
import { nothing, svg } from "../vendor/lit.js";

/** @typedef {import("../lib/relief-height.js").Size} Size */
/** @typedef {{x: number, y: number, middle: number}} Arch where it ends at the sides, and how low its middle is */

/** Beyond every body. */
const FAR_MM = 900;
/** A shirt's neck runs by the big bone at the base of the neck; its hem lies on the hips, its sleeves end on the upper arm. */
const NECK = { x: 63, y: -52, middle: -18 };
const HEM = { x: 200, y: 462, middle: 478 };
const SLEEVE = /** @type {const} */ ({ inner: [176, 132], outer: [262, 152] });
const STITCH_MM = 9;
/** How far from the midline the mat lies under somebody on their side: chest and hips touch it, the waist does not. */
const MAT_MM = 172;

/** The weave keeps its fineness in px whatever the scale. @param {string} id @param {number} scale px per mm */
export function weave(id, scale) {
  return svg`<pattern id="${id}-weave" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(${1 / scale})">
    <path class="thread" d="M.4 1.5H2.6M3.4 4.5H5.6M4.5 .4V2.6M1.5 3.4V5.6"></path>
  </pattern>`;
}

/** A shirt: fine weave, the ribbed neck, stitched hems. @param {string} id @param {Size} size */
export function shirt(id, size) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => placed(size, [x, y]).map((value) => value.toFixed(1)).join(" ");
  // A curve from side to side that passes the middle at its own height.
  const arch = (/** @type {Arch} */ { x, y, middle }, down = 0) => `M${at(-x, y + down)}Q${at(0, 2 * middle - y + down)} ${at(x, y + down)}`;
  const sleeves = (/** @type {number} */ up) =>
    [1, -1].map((side) => `M${at(side * SLEEVE.inner[0], SLEEVE.inner[1] - up)}L${at(side * SLEEVE.outer[0], SLEEVE.outer[1] - up)}`).join("");
  const half = (/** @type {1 | -1} */ side) => [[FAR_MM, NECK.y], [FAR_MM, SLEEVE.outer[1]], SLEEVE.outer, SLEEVE.inner, [SLEEVE.inner[0], HEM.y]].map(([x = 0, y = 0]) => at(side * x, y));
  const cloth = `${arch(NECK)}L${half(1).join("L")}Q${at(0, 2 * HEM.middle - HEM.y)} ${half(-1).reverse().join("L")}Z`;
  return svg`<g data-cloth clip-path="url(#${id}-body)">
    <path class="cloth" d=${cloth}></path><path class="weave" fill="url(#${id}-weave)" d=${cloth}></path>
    <path class="hem" d=${arch(HEM) + sleeves(0) + arch(NECK)}></path>
    <path class="stitch" d=${arch(HEM, -STITCH_MM) + sleeves(STITCH_MM) + arch(NECK, STITCH_MM)}></path>
  </g>`;
}

/** The mat under somebody who lies on their side, and the shade their lower half lies in.
 * @param {string} id @param {Size} size @param {"left" | "right" | null} upper the side that is up; null where they do not lie so */
export function mat(id, size, upper) {
  if (!upper) return nothing;
  const down = upper === "right" ? -1 : 1;
  const edge = (down * MAT_MM * size.shoulders_mm) / NEUTRAL.shoulders_mm;
  const [x, width] = down < 0 ? [-FAR_MM, FAR_MM + edge] : [edge, FAR_MM - edge];
  return svg`<defs><linearGradient id="${id}-dusk" gradientUnits="userSpaceOnUse" x1="0" x2=${edge} y1="0" y2="0">
      <stop class="dusk-none" offset="0"></stop><stop class="dusk" offset="0.55"></stop></linearGradient></defs>
    <path clip-path="url(#${id}-body)" fill="url(#${id}-dusk)" d=${`M0 ${-FAR_MM}H${edge}V${2 * FAR_MM}H0Z`}></path>
    <g data-mat=${upper}><rect class="mat" x=${x} y=${-FAR_MM} width=${width} height=${3 * FAR_MM}></rect>
    <path class="mat-edge" d=${`M${edge} ${-FAR_MM}V${2 * FAR_MM}`}></path></g>`;
}
