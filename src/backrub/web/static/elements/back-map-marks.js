/** What lies on the clay, as SVG templates in the mm frame: zones, tight places, places left alone, the area worked now. */
import { clockwise, hull, innermost, insets, pathOf, smoothPathOf } from "../lib/geometry.js";
import { nothing, svg } from "../vendor/lit.js";

/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {import("../lib/places.js").Areas} Areas */
/** @typedef {{tense?: Record<string, number>, tender?: string[], avoid?: string[], marks?: {x_mm: number, y_mm: number, radius_mm: number, kind: string}[]}} Wishes */
/** @typedef {Record<string, {kind?: string, polygons?: Point[][]}>} Zones */

/** A contour round everything says nothing. */
const EVERYWHERE = "whole-back";
const COMPOSITES = new Set(["upper-back", "lower-back", "gutters"]);
const CONTOUR_MM = 10;
const JOINED = "waist";
const WAVES_FROM = 2;
/** A shape of fewer corners has them on purpose. */
const CURVED_FROM = 7;
const PATTERN = { caution: "dots", "no-press": "hatch" };
const MARK_LEAST_PX = 11;

/** Contours cost a few ms, and the same areas come back at every render. @type {WeakMap<readonly Point[], Map<number, string>>} */
const contourPaths = new WeakMap();

/** @param {readonly Point[]} ring @param {number} depth */
function inset(ring, depth) {
  const kept = contourPaths.get(ring) ?? new Map();
  contourPaths.set(ring, kept);
  if (!kept.has(depth)) kept.set(depth, insets(ring, depth).filter((inner) => inner.length > 5).map(smoothPathOf).join(""));
  return /** @type {string} */ (kept.get(depth));
}

/** Patterns keep their spacing in px whatever the scale. @param {string} id @param {number} scale px per mm */
export function patterns(id, scale) {
  const fit = `scale(${1 / scale})`;
  return svg`<defs>
    <pattern id="${id}-hatch" width="3.6" height="3.6" patternUnits="userSpaceOnUse" patternTransform="${fit} rotate(45)">
      <path class="hatch-line" d="M0 0V3.6"></path>
    </pattern>
    <pattern id="${id}-dots" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform=${fit}>
      <circle class="zone-dot" cx="2.25" cy="2.25" r="0.85"></circle><circle class="zone-dot" cx="6.75" cy="6.75" r="0.85"></circle>
    </pattern>
    <pattern id="${id}-alone" width="4.4" height="4.4" patternUnits="userSpaceOnUse" patternTransform="${fit} rotate(45)">
      <path class="alone-line" d="M0 0V4.4"></path>
    </pattern>
    <pattern id="${id}-waves" width="22" height="7" patternUnits="userSpaceOnUse" patternTransform=${fit}>
      <path class="wave-line" d="M-1 3.5C4 .5 7 .5 11 3.5S18 6.5 23 3.5"></path>
    </pattern>
  </defs>`;
}

/** @param {Zones} zones @param {string} which all, spine or none @returns {Zones} */
export function zonesShown(zones, which) {
  if (which === "all") return zones;
  return which === "spine" && zones["spine"] ? { spine: zones["spine"] } : {};
}

/** Bone by hatch, care by dots; one path for each, so that overlapping zones do not darken. @param {string} id @param {Zones} zones */
export function zoneMarks(id, zones) {
  return Object.entries(PATTERN).map(([kind, pattern]) => {
    const rings = Object.values(zones).flatMap((zone) => (zone.kind === kind ? (zone.polygons ?? []) : []));
    const data = rings.map(clockwise).map((ring) => (ring.length < CURVED_FROM ? pathOf(ring) : smoothPathOf(ring))).join("");
    return svg`<path class="zone" data-zones=${kind} d=${data} fill="url(#${id}-${pattern})"></path>`;
  });
}

/** @param {Areas} areas @param {string} key "area:side" @returns {readonly Point[] | undefined} */
export function ringOf(areas, key) {
  const [area = "", side] = key.split(":");
  return side === "left" || side === "right" ? areas[area]?.[side] : undefined;
}

/** A low back tight on both sides is one place to whoever has it: drawn as one calm shape.
 * @param {Areas} areas @param {Record<string, number>} tense @returns {[string, number, readonly Point[]][]} */
function tenseShapes(areas, tense) {
  const joined = `${JOINED}:left`;
  const whole = (tense[joined] ?? 0) > 0 && tense[joined] === tense[`${JOINED}:right`];
  return Object.entries(tense).flatMap(([key, level]) => {
    const ring = ringOf(areas, key);
    if (!ring || level < 1 || (whole && key === `${JOINED}:right`)) return [];
    return [[key, level, whole && key === joined ? hullOf(areas) : ring]];
  });
}

/** @type {WeakMap<Areas, Point[]>} */
const hulls = new WeakMap();

/** @param {Areas} areas */
function hullOf(areas) {
  const kept = hulls.get(areas) ?? hull([...(areas[JOINED]?.left ?? []), ...(areas[JOINED]?.right ?? [])]);
  hulls.set(areas, kept);
  return kept;
}

/** @param {string} id @param {Areas} areas @param {Wishes} wishes */
export function tenseMarks(id, areas, wishes) {
  return tenseShapes(areas, wishes.tense ?? {}).map(([key, level, ring]) => {
    const outline = smoothPathOf(ring);
    return svg`<g data-tense=${key} data-level=${level}>
      <path class="tense-fill" d=${outline}></path>
      ${level >= WAVES_FROM ? svg`<path fill="url(#${id}-waves)" class="waves" d=${outline}></path>` : nothing}
      ${Array.from({ length: level - 1 }, (_, line) => svg`<path class="tense-inner" d=${inset(ring, CONTOUR_MM * (line + 1))}></path>`)}
      <path class="tense" d=${outline}></path>
    </g>`;
  });
}

/** @param {string} id @param {Areas} areas @param {Wishes} wishes @param {number} scale */
export function aloneMarks(id, areas, wishes, scale) {
  const whole = (wishes.avoid ?? []).map((key) => {
    const ring = ringOf(areas, key);
    if (!ring) return nothing;
    const data = smoothPathOf(ring);
    return svg`<g data-avoid=${key}><path class="alone" d=${data}></path><path class="alone-fill" fill="url(#${id}-alone)" d=${data}></path></g>`;
  });
  const spots = (wishes.marks ?? []).map((mark) => ownSpot(id, mark, scale));
  return [whole, spots];
}

/** @type {WeakMap<readonly Point[], {x: number, y: number}>} */
const middles = new WeakMap();

/** Tender spots: a ring round a dot in the middle of their place, where hands will look for the spot itself.
 * @param {Areas} areas @param {Wishes} wishes @param {number} scale */
export function tenderMarks(areas, wishes, scale) {
  return (wishes.tender ?? []).map((key) => {
    const ring = ringOf(areas, key);
    if (!ring) return nothing;
    const { x, y } = middles.get(ring) ?? innermost([...ring]);
    middles.set(ring, { x, y });
    return svg`<g data-tender=${key}><circle class="tender-ring" cx=${x} cy=${y} r=${9 / scale}></circle><circle class="tender-dot" cx=${x} cy=${y} r=${3.5 / scale}></circle></g>`;
  });
}

/** A person's own spot: hatched like everything left alone, with its middle shown.
 * @param {string} id @param {{x_mm: number, y_mm: number, radius_mm: number, kind?: string}} mark @param {number} scale */
export function ownSpot(id, { x_mm, y_mm, radius_mm, kind = "" }, scale) {
  const radius = Math.max(radius_mm, MARK_LEAST_PX / scale);
  const disc = (/** @type {string} */ name, /** @type {number} */ r) => svg`<circle class=${name} cx=${x_mm} cy=${y_mm} r=${r}></circle>`;
  return svg`<g data-mark=${kind}>${disc("alone", radius)}
    <circle fill="url(#${id}-alone)" class="alone-fill" cx=${x_mm} cy=${y_mm} r=${radius}></circle>${disc("alone-dot", 2.2 / scale)}</g>`;
}

/** The outlines of what is worked now. @param {Areas} areas @param {import("./back-map.js").Current | null} current */
export function currentRings(areas, current) {
  const both = current && areas[current.area];
  if (!both || current.area === EVERYWHERE) return [];
  const { area, side } = current;
  const rings = side === "left" || side === "right" ? [both[side]] : [both.left, both.right];
  return COMPOSITES.has(area) ? rings.map((ring) => hull(ring)) : rings;
}

/** The area being worked: everything else steps back under a veil, as if the lamp stood over this; contour, glow, waves. Of
 * several areas together there are no waves, or they would shout.
 * @param {string} id @param {Areas} areas @param {import("./back-map.js").Current | null} current */
export function hereMarks(id, areas, current) {
  const rings = currentRings(areas, current);
  const single = !COMPOSITES.has(current?.area ?? "");
  const data = rings.map(smoothPathOf).join("");
  if (!data) return nothing;
  return svg`<path class="veil" fill-rule="evenodd" d=${`M-900 -900H900V1500H-900Z${rings.map(clockwise).map(smoothPathOf).join("")}`}></path>
    <path class="here-glow" d=${data}></path><path class="here-fill" d=${data}></path>
    ${single ? svg`<path class="waves" fill="url(#${id}-waves)" d=${data}></path>` : nothing}<path class="here" d=${data}></path>`;
}
