/**
 * <back-map>: the back with what lies on it and what moves over it.
 *
 * Attributes and properties
 *   mode      "show" (default), "choose" (tap where it is tight), "lead" (hands move)
 *   facing    "up" | "left" | "right" | "down": where the receiver's head points on screen
 *   theme     "auto" (default), "day", "evening", "candle"
 *   frame     which part: "auto" (by mode), "whole", "work", "near", or [x0, y0, x1, y1] in mm
 *   fit       "contain" (default) or "cover"
 *   atlas     the `map --json` object: landmarks, areas, zones; hands.length_mm scales the hands
 *   wishes    {tense: {"area:side": 1..3}, tender: ["area:side"], avoid: ["area:side"], marks: [{x_mm, y_mm, radius_mm, kind}]}
 *   current   {area, side, technique} being worked, or null; spot: {x_mm, y_mm} marks a tender spot
 *   path      one stroke as JSON: {cycle_s, hands: {left, right}}; the giver's hands. Its `clothed` lays a shirt over the back;
 *             its `upper` (side-lying) turns the back so that this side is up. Both stay until another path says otherwise
 *   playhead_s  seconds into the stroke; set it every frame, it draws without a render
 *   breath    null, or 0 to 1 through one breath (0 = breathing out begins): a ring round `current.spot`; set it with the playhead
 *   covered   [{area, side, strength}] worked before, shown as warmth; in lead mode warmth also gathers by itself
 *   labels    {map, head, you, avoid, tender, levels: {1, 2, 3}, areas: {id: {left, right, both}}, marks: {kind}, lying: {left, right}, across(cm)}; ids where one is missing
 *   reserved  [{x, y, width, height}] px of the box that words on top take, kept free of callouts
 *   zones     which zones show: "all" (default), "spine", "none"
 *   soft      (attribute) its edges melt into the ground
 *   you       whether to show where the giver kneels (lead mode), at the lower edge
 *   marking   a finger gives spot-mark instead of area-tap: tap for a small spot, drag for a larger one
 *   keepclear a selector, found around the map: what lies there on top of the map is kept free of callouts
 *   reduced   no motion (default: as the machine is set)
 *   callouts  whether marked places are named beside the back (default in choose mode)
 * Events (bubbling, composed)
 *   area-tap {area, side} · area-hold {area, side} · spot-mark {x_mm, y_mm, radius_mm, side}
 *   spot-change {index, x_mm, y_mm, radius_mm} · spot-remove {index}
 * Give it a size: it fills its box. Keys in choose mode: arrows walk the places, Enter taps (or marks their middle, when
 * marking), Delete leaves alone; on a spot of their own arrows move it, plus and minus size it, Delete takes it away.
 */
import { FRAMES, viewOf } from "../lib/back-view.js";
import { facingOf } from "../lib/facing.js";
import { pathOf, smoothPathOf } from "../lib/geometry.js";
import { placesOf } from "../lib/places.js";
import { extent, outlineRing } from "../lib/relief-height.js";
import { sizeOf } from "../lib/relief.js";
import { onLightChange, paletteOf, prefersLessMotion } from "../lib/theme.js";
import { Trace } from "../lib/trace.js";
import { LitElement, html, nothing, svg } from "../vendor/lit.js";
import { Chooser } from "./back-map-choose.js";
import { aloneMarks, currentRings, hereMarks, ownSpot, patterns, ringOf, tenderMarks, tenseMarks, zoneMarks, zonesShown } from "./back-map-marks.js";
import { styles } from "./back-map-styles.js";
import { targets } from "./back-map-targets.js";
import { calloutWords, growBy, layOutCallouts, layOutMarkWords, markWords } from "./back-map-words.js";
import "./back-relief.js";

/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {import("../lib/places.js").Place} Place */
/** @typedef {{frame?: {u_mm?: number}, landmarks?: Record<string, readonly number[]>, areas?: import("../lib/places.js").Areas, zones?: import("./back-map-marks.js").Zones, hands?: {length_mm?: number}}} Atlas */
/** @typedef {{map?: string, head?: string, you?: string, avoid?: string, tender?: string, levels?: Record<string, string>, areas?: Record<string, {left?: string, right?: string, both?: string}>, marks?: Record<string, string>, lying?: {left?: string, right?: string}, across?: (cm: number) => string}} Labels */
/** @typedef {{area: string, side?: string | null, technique?: string, spot?: {x_mm: number, y_mm: number} | null}} Current */

let count = 0;
const SMALL_PX = 600;
/** @type {{upper: "left" | "right" | null, clothed: boolean}} */
const LIES_BARE = { upper: null, clothed: false };
const MELT_PX = 72;
const FADE_EVERY_S = 0.5;

export class BackMap extends LitElement {
  static properties = {
    mode: { type: String, reflect: true },
    facing: { type: String, reflect: true },
    theme: { type: String },
    fit: { type: String },
    frame: { attribute: false },
    atlas: { attribute: false },
    wishes: { attribute: false },
    current: { attribute: false },
    path: { attribute: false },
    covered: { attribute: false },
    labels: { attribute: false },
    reserved: { attribute: false },
    you: { type: Boolean },
    marking: { type: Boolean, reflect: true },
    reduced: { type: Boolean },
    callouts: { type: Boolean },
    zones: { type: String },
    keepclear: { type: String },
    drawing: { state: true },
    listed: { state: true },
    hovered: { state: true },
    focused: { state: true },
    room: { state: true },
    placed: { state: true },
  };

  static styles = styles;

  constructor() {
    super();
    /** @type {"show" | "choose" | "lead"} */
    this.mode = "show";
    /** @type {import("../lib/back-view.js").Facing} */
    this.facing = "up";
    this.theme = "auto";
    /** @type {"contain" | "cover"} */
    this.fit = "contain";
    /** @type {string | import("../lib/back-view.js").Box} */
    this.frame = "auto";
    /** @type {Atlas | null | undefined} */
    this.atlas = undefined;
    /** @type {import("./back-map-marks.js").Wishes} */
    this.wishes = {};
    /** @type {Current | null} */
    this.current = null;
    /** @type {import("../lib/stroke-play.js").StrokePath | null} */
    this.path = null;
    /** @type {{area: string, side: string, strength?: number}[]} */
    this.covered = [];
    /** @type {Labels} */
    this.labels = {};
    /** @type {import("../lib/callouts.js").Rect[]} */
    this.reserved = [];
    this.you = false;
    this.marking = false;
    this.reduced = prefersLessMotion();
    /** @type {boolean | undefined} */
    this.callouts = undefined;
    /** @type {"all" | "spine" | "none"} */
    this.zones = "all";
    this.keepclear = "";
    /** A spot under a finger that still draws it. @type {import("./back-map-spots.js").Drawn | null} */
    this.drawing = null;
    /** How high the list of what found no room beside the back is, px: the map grows by it. 0 where all found room. */
    this.listed = 0;
    /** What the page lays over the map. @type {import("../lib/callouts.js").Rect[]} */
    this.clear = [];
    /** @type {string | undefined} */
    this.hovered = undefined;
    this.focused = 0;
    this.room = { width: 0, height: 0 };
    /** @type {import("../lib/callouts.js").Placed[]} */
    this.placed = [];

    this.patternId = `map-${(count += 1)}`;
    this.chooser = new Chooser(this);
    /** @type {Place[]} */
    this.places = [];
    this.view = viewOf([-262, -196, 262, 594], "up", { width: 1, height: 1 });
    /** @type {import("./back-map-live.js").LiveLayer | undefined} */
    this.live = undefined;
    /** @type {typeof import("./back-map-lie.js") | undefined} */
    this.wear = undefined;
    /** @type {Trace | undefined} */
    this.trace = undefined;
    this.outline = "";
    this.at_s = 0;
    /** @type {number | null} */
    this.breath = null;
    this.unfaded_s = 0;
    /** @type {Partial<Record<"left" | "right", import("../lib/stroke-play.js").Pose>>} */
    this.handsAt = {};
    /** @type {ResizeObserver | undefined} */
    this.watcher = undefined;
    this.forget = () => {};
    this.turning = 0;
    /** How they lie and whether they wear a shirt, as the last path said. */
    this.lie = LIES_BARE;
    /** Where the head points; of somebody on their side, as seen from behind. @type {import("../lib/back-view.js").Facing} */
    this.seen = "up";
    /** @type {import("./back-map-live.js").Setting | undefined} */
    this.liveSetting = undefined;
    this.addEventListener("pointerdown", (event) => this.chooser.down(event));
    this.addEventListener("pointermove", (event) => this.chooser.move(event));
    this.addEventListener("pointerup", (event) => this.chooser.up(event));
    this.addEventListener("pointercancel", () => this.chooser.cancel());
    this.addEventListener("pointerleave", () => this.chooser.leave());
    this.addEventListener("contextmenu", (event) => this.chooser.menu(event));
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = onLightChange(() => this.requestUpdate());
    this.watcher = new ResizeObserver(([entry]) => {
      if (entry) this.room = { width: entry.contentRect.width, height: entry.contentRect.height };
    });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
    this.watcher?.disconnect();
    this.chooser.cancel();
    window.clearTimeout(this.turning);
  }

  get playhead_s() {
    return this.at_s;
  }

  set playhead_s(value) {
    const passed = value - this.at_s;
    this.at_s = value;
    if (this.reduced) return; // hands stand still, drawn when something else changes
    this.gather(passed);
    this.drawLive();
  }

  /** @returns {import("../lib/back-view.js").Box} */
  box() {
    if (Array.isArray(this.frame)) return /** @type {import("../lib/back-view.js").Box} */ (this.frame);
    const lying = this.seen === "left" || this.seen === "right";
    const leading = !lying ? "whole" : this.room.width < SMALL_PX ? "near" : "work";
    const name = this.frame === "auto" ? (this.mode === "lead" ? leading : "whole") : String(this.frame);
    const { u_mm, shoulders_mm, hips_mm } = sizeOf(this.atlas);
    const [across, along] = [Math.max(shoulders_mm / 390, hips_mm / 274), u_mm / 500];
    const [x0, y0, x1, y1] = FRAMES[name] ?? /** @type {import("../lib/back-view.js").Box} */ (FRAMES["whole"]);
    return [x0 * across, y0 * along, x1 * across, y1 * along];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = this.seen;
    if (this.mode !== "lead") this.lie = LIES_BARE;
    else if (this.path) this.lie = { upper: this.path.upper ?? null, clothed: Boolean(this.path.clothed) };
    this.seen = facingOf(this.lie.upper, this.facing);
    this.view = viewOf(this.box(), this.seen, this.room, this.fit);
    if (changed.has("atlas") || !this.hasUpdated) {
      this.places = placesOf(this.atlas?.areas);
      this.trace = new Trace(extent(sizeOf(this.atlas)));
      this.outline = pathOf(outlineRing(sizeOf(this.atlas)));
    }
    if (changed.has("room") || changed.has("keepclear")) growBy(this, 0);
    if (changed.has("covered") || changed.has("atlas")) this.coverAll();
    if (before !== this.seen && this.hasUpdated && !this.reduced) this.turn();
  }

  coverAll() {
    this.trace?.clear();
    for (const { area, side, strength = 0.7 } of this.covered) {
      for (const one of side === "both" ? ["left", "right"] : [side]) {
        const ring = ringOf(this.atlas?.areas ?? {}, `${area}:${one}`);
        if (ring) this.trace?.cover(ring, strength);
      }
    }
  }

  /** While the map turns, hands and words step back: they come again at the new place. */
  turn() {
    window.clearTimeout(this.turning);
    this.turning = window.setTimeout(() => {
      this.turning = 0;
      this.requestUpdate();
    }, 1200);
  }

  render() {
    const palette = paletteOf(this, this.theme);
    const classes = `${palette} ${this.turning ? "turning" : ""}`;
    return html`<div class="layer ${classes}">
      <div class="layer clay">
        <back-relief class="body" .theme=${palette} .facing=${this.seen} .atlas=${this.atlas}></back-relief>
        <canvas class="trace" aria-hidden="true"></canvas>
        <svg class="layer" aria-hidden="true">
          <g class="frame">${patterns(this.patternId, this.view.scale)} ${this.wear?.weave(this.patternId, this.view.scale)} ${this.marks()}</g>
        </svg>
        <canvas class="layer live" aria-hidden="true" data-layer="hands"></canvas>
        <svg class="layer" aria-hidden="true"><g class="frame">${this.mode === "lead" ? this.edge() : nothing}</g></svg>
      </div>
      ${this.mode === "choose" ? targets(this) : nothing}
      <div class="layer words">${calloutWords(this)} ${markWords(this)}</div>
    </div>`;
  }

  marks() {
    const areas = this.atlas?.areas ?? {};
    const id = this.patternId;
    const spot = this.current?.spot;
    const size = sizeOf(this.atlas);
    return [
      svg`<clipPath id="${id}-body"><path d=${this.outline}></path></clipPath>`,
      this.lie.clothed ? this.wear?.shirt(id, size) : nothing,
      this.mode === "choose" ? nothing : hereMarks(id, areas, this.current),
      tenseMarks(id, areas, this.wishes),
      svg`<g clip-path="url(#${id}-body)">${zoneMarks(id, zonesShown(this.atlas?.zones ?? {}, this.zones))}</g>`,
      this.wear?.mat(id, size, this.lie.upper),
      aloneMarks(id, areas, this.wishes, this.view.scale),
      tenderMarks(areas, this.wishes, this.view.scale),
      this.drawing ? ownSpot(id, this.drawing, this.view.scale) : nothing,
      spot ? svg`<circle class="spot" cx=${spot.x_mm} cy=${spot.y_mm} r=${14 / this.view.scale}></circle>` : nothing,
    ];
  }

  /** The place that is worked shows through the hands that cover it. */
  edge() {
    return currentRings(this.atlas?.areas ?? {}, this.current).map((ring) => svg`<path class="edge" d=${smoothPathOf(ring)}></path>`);
  }

  /** @param {number} index @param {string} key */
  focusOn(index, key) {
    [this.focused, this.hovered] = [index, key];
  }

  /** @param {Place | undefined} place */
  pointAt(place) {
    this.hovered = place && `${place.area}:${place.side}`;
  }

  /** @param {number} index */
  focusPlace(index) {
    this.focused = index;
    /** @type {SVGElement | undefined} */ (this.renderRoot.querySelectorAll(".targets path")[index])?.focus();
  }

  /** @param {string} kind @param {object} detail */
  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }

  updated() {
    this.layOut();
    layOutCallouts(this);
    layOutMarkWords(this);
    const palette = paletteOf(this, this.theme);
    const trace = this.renderRoot.querySelector(".trace");
    if (trace instanceof HTMLCanvasElement) this.trace?.paint(trace, palette, this.outline);
    this.prepareLive(palette);
    this.drawLive();
  }

  /** Everything in mm takes the same place on screen. */
  layOut() {
    const clay = /** @type {HTMLElement} */ (this.renderRoot.querySelector(".clay"));
    const { left, right } = this.getBoundingClientRect();
    const melts = this.mode === "lead" && !this.hasAttribute("soft");
    clay.style.setProperty("--melt-left", melts && left > MELT_PX ? `${MELT_PX}px` : "0px");
    clay.style.setProperty("--melt-right", melts && right < innerWidth - MELT_PX ? `${MELT_PX}px` : "0px");
    const box = extent(sizeOf(this.atlas));
    const shift = `${this.view.css} translate(${box.x0}px, ${box.y0}px)`;
    for (const name of [".body", ".trace"]) {
      const layer = /** @type {HTMLElement} */ (this.renderRoot.querySelector(name));
      const { scale } = this.view;
      layer.style.inlineSize = `${(box.x1 - box.x0) * scale}px`;
      layer.style.blockSize = `${(box.y1 - box.y0) * scale}px`;
      layer.style.transform = `${shift} scale(${1 / scale})`;
    }
    this.renderRoot.querySelectorAll(".frame").forEach((frame) => {
      /** @type {SVGGElement} */ (frame).style.transform = this.view.css;
    });
  }

  /** @param {import("../lib/clay.js").Palette} palette */
  prepareLive(palette) {
    const canvas = this.renderRoot.querySelector(".live");
    if (!(canvas instanceof HTMLCanvasElement)) return;
    if (this.live?.canvas !== canvas) return void this.hireLive(canvas);
    this.live.fit(this.room.width, this.room.height);
    const token = getComputedStyle(this);
    const colour = (/** @type {string} */ name) => token.getPropertyValue(name).trim() || "currentcolor";
    this.liveSetting = {
      view: this.view,
      facing: this.seen,
      palette,
      ember: colour("--ember"),
      bright: palette === "day" ? colour("--accent-deep") : colour("--bright"),
      weight: colour("--weight"),
      hand_length_mm: this.atlas?.hands?.length_mm,
      breath: null,
    };
  }

  /** Hands, shirt and mat come only where they are needed: the first page stays light. @param {HTMLCanvasElement} canvas */
  async hireLive(canvas) {
    if (this.mode !== "lead") return;
    const [{ LiveLayer }, wear] = await Promise.all([import("./back-map-live.js"), import("./back-map-lie.js")]);
    this.live = new LiveLayer(canvas);
    this.wear = wear;
    this.requestUpdate();
  }

  drawLive() {
    if (!this.live || !this.liveSetting || !this.room.width) return;
    if (this.mode !== "lead" || !this.path) this.live.clear();
    else if (this.reduced) this.live.drawStill(this.path, this.liveSetting);
    else this.handsAt = this.live.draw(this.path, this.at_s, { ...this.liveSetting, breath: this.current?.spot ? this.breath : null });
  }

  /** Warmth gathers where hands press. @param {number} passed_s */
  gather(passed_s) {
    if (this.mode !== "lead" || !this.trace || passed_s <= 0 || passed_s > 1) return;
    for (const pose of Object.values(this.handsAt)) {
      if (pose.down && pose.pressure > 1) this.trace.press([pose.x, pose.y], pose.pressure, passed_s);
    }
    this.unfaded_s += passed_s;
    if (this.unfaded_s < FADE_EVERY_S) return;
    this.trace.fade(this.unfaded_s);
    this.unfaded_s = 0;
    const canvas = this.renderRoot.querySelector(".trace");
    if (canvas instanceof HTMLCanvasElement && this.liveSetting) this.trace.paint(canvas, this.liveSetting.palette, this.outline);
  }
}

customElements.define("back-map", BackMap);
