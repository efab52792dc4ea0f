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
 *   wishes    {tense: {"area:side": 1..3}, avoid: ["area:side"], marks: [{x_mm, y_mm, radius_mm, kind}]}
 *   current   {area, side, technique} being worked, or null; spot: {x_mm, y_mm} marks a tender spot
 *   path      one stroke as JSON: {cycle_s, hands: {left, right}}; the giver's hands
 *   playhead_s  seconds into the stroke; set it every frame, it draws without a render
 *   covered   [{area, side, strength}] worked before, shown as warmth; in lead mode warmth also gathers by itself
 *   labels    {map, head, you, avoid, levels: {1, 2, 3}, areas: {id: {left, right, both}}, marks: {kind}}; ids where one is missing
 *   reserved  [{x, y, width, height}] px of the box that words on top take, kept free of callouts
 *   you       whether to show where the giver kneels (lead mode), at the lower edge
 *   marking   a tap gives spot-mark instead of area-tap
 *   reduced   no motion (default: as the machine is set)
 *   callouts  whether marked places are named beside the back (default in choose mode)
 * Events (bubbling, composed)
 *   area-tap {area, side} · area-hold {area, side} · spot-mark {x_mm, y_mm}
 * Give it a size: it fills its box. Keys in choose mode: arrows walk the places, Enter taps, Delete leaves alone.
 */
import { FRAMES, toScreen, viewOf } from "../lib/back-view.js";
import { leader, placeCallouts } from "../lib/callouts.js";
import { innermost, pathOf, smoothPathOf } from "../lib/geometry.js";
import { handScale } from "../lib/hands.js";
import { placesOf } from "../lib/places.js";
import { extent, outlineRing } from "../lib/relief-height.js";
import { sizeOf } from "../lib/relief.js";
import { onLightChange, paletteOf, prefersLessMotion } from "../lib/theme.js";
import { Trace } from "../lib/trace.js";
import { LitElement, html, nothing, svg } from "../vendor/lit.js";
import { Chooser } from "./back-map-choose.js";
import { LiveLayer } from "./back-map-live.js";
import { aloneMarks, hereMarks, patterns, ringOf, tenseMarks, zoneMarks } from "./back-map-marks.js";
import { styles } from "./back-map-styles.js";
import "./back-relief.js";

/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {import("../lib/places.js").Place} Place */
/** @typedef {{frame?: {u_mm?: number}, landmarks?: Record<string, readonly number[]>, areas?: import("../lib/places.js").Areas, zones?: import("./back-map-marks.js").Zones, hands?: {length_mm?: number}}} Atlas */
/** @typedef {{map?: string, head?: string, you?: string, avoid?: string, levels?: Record<string, string>, areas?: Record<string, {left?: string, right?: string, both?: string}>, marks?: Record<string, string>}} Labels */
/** @typedef {{id: string, title: string, detail: string, kind: "tense" | "plain" | "hint", rings: readonly (readonly Point[])[]}} Callout */
/** @typedef {{area: string, side?: string | null, technique?: string, spot?: {x_mm: number, y_mm: number} | null}} Current */

let count = 0;
const SMALL_PX = 600;
const FADE_EVERY_S = 0.5;
/** Words may stand where the upper arms have faded. */
const ARM_FROM_MM = 178;
const ARM_SHOWN_TO_MM = 236;

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
    marking: { type: Boolean },
    reduced: { type: Boolean },
    callouts: { type: Boolean },
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
    /** @type {import("../lib/relief-light.js").Facing} */
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
    /** @type {LiveLayer | undefined} */
    this.live = undefined;
    /** @type {Trace | undefined} */
    this.trace = undefined;
    this.at_s = 0;
    this.unfaded_s = 0;
    /** @type {Partial<Record<"left" | "right", import("../lib/stroke-play.js").Pose>>} */
    this.handsAt = {};
    /** @type {ResizeObserver | undefined} */
    this.watcher = undefined;
    this.forget = () => {};
    this.turning = 0;
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
    this.gather(passed);
    this.drawLive();
  }

  /** @returns {import("../lib/back-view.js").Box} */
  box() {
    if (Array.isArray(this.frame)) return /** @type {import("../lib/back-view.js").Box} */ (this.frame);
    const leading = this.room.width < SMALL_PX ? "near" : "work";
    const name = this.frame === "auto" ? (this.mode === "lead" ? leading : "whole") : String(this.frame);
    const { u_mm, shoulders_mm, hips_mm } = sizeOf(this.atlas);
    const [across, along] = [Math.max(shoulders_mm / 390, hips_mm / 274), u_mm / 500];
    const [x0, y0, x1, y1] = FRAMES[name] ?? /** @type {import("../lib/back-view.js").Box} */ (FRAMES["whole"]);
    return [x0 * across, y0 * along, x1 * across, y1 * along];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.view = viewOf(this.box(), this.facing, this.room, this.fit);
    if (changed.has("atlas") || !this.hasUpdated) {
      this.places = placesOf(this.atlas?.areas);
      this.trace = new Trace(extent(sizeOf(this.atlas)));
    }
    if (changed.has("covered") || changed.has("atlas")) this.coverAll();
    if (changed.has("facing") && this.hasUpdated && !this.reduced) this.turn();
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
      <back-relief class="body" .theme=${palette} .facing=${this.facing} .atlas=${this.atlas}></back-relief>
      <canvas class="trace" aria-hidden="true"></canvas>
      <svg class="layer" aria-hidden="true">
        <g class="frame">${patterns(this.patternId, this.view.scale)} ${this.marks()}</g>
      </svg>
      <canvas class="layer live" aria-hidden="true" data-layer="hands"></canvas>
      ${this.mode === "choose" ? this.targets() : nothing}
      <div class="layer words">${this.calloutWords()} ${this.markWords()}</div>
    </div>`;
  }

  marks() {
    const areas = this.atlas?.areas ?? {};
    const id = this.patternId;
    const spot = this.current?.spot;
    return [
      this.mode === "choose" ? nothing : hereMarks(id, this.currentRings()),
      tenseMarks(id, areas, this.wishes),
      svg`<clipPath id="${id}-body"><path d=${pathOf(outlineRing(sizeOf(this.atlas)))}></path></clipPath>
        <g clip-path="url(#${id}-body)">${zoneMarks(id, this.atlas?.zones ?? {})}</g>`,
      aloneMarks(id, areas, this.wishes, this.view.scale),
      spot ? svg`<circle class="spot" cx=${spot.x_mm} cy=${spot.y_mm} r=${14 / this.view.scale}></circle>` : nothing,
    ];
  }

  currentRings() {
    if (!this.current) return [];
    const { area, side } = this.current;
    const both = this.atlas?.areas?.[area];
    if (!both) return [];
    return side === "left" || side === "right" ? [both[side]] : [both.left, both.right];
  }

  /** A real list of toggle buttons, shaped like the places they are. */
  targets() {
    return html`<svg class="layer targets" role="group" aria-label=${this.labels.map ?? nothing}>
      <g class="frame">
        ${this.places.map((place, index) => {
          const key = `${place.area}:${place.side}`;
          const state = this.stateWord(key);
          return svg`<path
            role="button"
            tabindex=${index === this.focused ? 0 : -1}
            aria-pressed=${state ? "true" : "false"}
            aria-label=${[this.nameOf(place.area, place.side), state].filter(Boolean).join(", ")}
            class=${key === this.hovered ? "under" : ""}
            data-place=${key}
            ?data-set=${Boolean(state)}
            d=${smoothPathOf(place.ring)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => this.chooser.key(event, index)}
            @click=${(/** @type {MouseEvent} */ event) => event.detail === 0 && this.tell("area-tap", { area: place.area, side: place.side })}
            @focus=${() => this.focusOn(index, key)}
            @blur=${() => this.pointAt(undefined)}
          ></path>`;
        })}
      </g>
    </svg>`;
  }

  /** @param {string} key */
  stateWord(key) {
    if (this.wishes.avoid?.includes(key)) return this.labels.avoid ?? "left alone";
    const level = this.wishes.tense?.[key];
    return level ? (this.labels.levels?.[level] ?? String(level)) : "";
  }

  /** @param {string} area @param {"left" | "right" | "both"} side */
  nameOf(area, side) {
    const plain = area.replaceAll("-", " ");
    return this.labels.areas?.[area]?.[side] ?? (side === "both" ? plain : `${plain}, ${side}`);
  }

  /** @param {number} index @param {string} key */
  focusOn(index, key) {
    this.focused = index;
    this.hovered = key;
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

  /** What is to be named beside the back; two sides at the same level are one. @returns {Callout[]} */
  wantedCallouts() {
    if (!(this.callouts ?? this.mode === "choose")) return [];
    const areas = this.atlas?.areas ?? {};
    /** @type {Callout[]} */
    const wanted = [];
    for (const area of Object.keys(areas)) {
      const [left, right] = [this.stateWord(`${area}:left`), this.stateWord(`${area}:right`)];
      const sides = /** @type {("left" | "right")[]} */ (left && left === right ? ["left", "right"] : [left && "left", right && "right"].filter(Boolean));
      if (sides.length === 2 && left === right) wanted.push(this.callout(area, "both", left));
      else for (const side of sides) wanted.push(this.callout(area, side, side === "left" ? left : right));
    }
    const { marks = [] } = this.wishes;
    marks.forEach(({ x_mm, y_mm, radius_mm, kind }, index) => {
      const ring = /** @type {Point[]} */ ([[x_mm - radius_mm, y_mm], [x_mm + radius_mm, y_mm], [x_mm, y_mm + radius_mm]]);
      wanted.push({ id: `mark-${index}`, title: this.labels.avoid ?? "left alone", detail: this.labels.marks?.[kind] ?? kind, kind: "plain", rings: [ring] });
    });
    if (this.hovered && !this.stateWord(this.hovered)) {
      const [area = "", side] = this.hovered.split(":");
      wanted.push({ ...this.callout(area, side === "left" ? "left" : "right", ""), kind: "hint" });
    }
    return wanted;
  }

  /** @param {string} area @param {"left" | "right" | "both"} side @param {string} state @returns {Callout} */
  callout(area, side, state) {
    const both = this.atlas?.areas?.[area];
    const rings = !both ? [] : side === "both" ? [both.left, both.right] : [both[side]];
    const avoided = this.wishes.avoid?.includes(`${area}:${side === "both" ? "left" : side}`);
    return { id: `${area}-${side}`, title: state, detail: this.nameOf(area, side), kind: avoided ? "plain" : "tense", rings };
  }

  calloutWords() {
    const wanted = this.wantedCallouts();
    const lines = this.placed.filter((one) => wanted.some((other) => other.id === one.id));
    return [
      html`<svg class="layer" aria-hidden="true">
        ${lines.map((one) => svg`<path class="leader ${wanted.find((other) => other.id === one.id)?.kind ?? ""}" d=${leader(one)}></path>`)}
      </svg>`,
      wanted.map((one) => {
        const at = this.placed.find((other) => other.id === one.id);
        return html`<div class="callout ${at ? "" : "measuring"} ${at?.atLeft ? "at-left" : ""}" data-callout=${one.id} aria-hidden="true">
          ${one.title ? html`<b>${one.title}</b>` : nothing}<span>${one.detail}</span>
        </div>`;
      }),
    ];
  }

  /** "head" and "you": readable from where one kneels, and across a room. */
  markWords() {
    if (this.mode !== "lead") return nothing;
    return [
      this.labels.head ? html`<span class="mark-word" data-mark-word="head">${this.labels.head}</span>` : nothing,
      this.you && this.labels.you
        ? html`<span class="mark-word you" data-mark-word="you"
            ><svg viewBox="0 0 34 10" aria-hidden="true"><path d="M2 10C2 -1 15 -1 15 10M19 10C19 -1 32 -1 32 10"></path></svg>${this.labels.you}</span
          >`
        : nothing,
    ];
  }

  updated() {
    this.layOut();
    this.layOutCallouts();
    this.layOutMarkWords();
    const palette = paletteOf(this, this.theme);
    const trace = this.renderRoot.querySelector(".trace");
    if (trace instanceof HTMLCanvasElement) this.trace?.paint(trace, palette);
    this.prepareLive(palette);
    this.drawLive();
  }

  /** Everything in mm takes the same place on screen. */
  layOut() {
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

  layOutCallouts() {
    const words = [.../** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll(".callout"))];
    const wanted = this.wantedCallouts();
    const measured = words.map((element, index) => ({
      id: wanted[index]?.id ?? "",
      width: element.offsetWidth,
      height: element.offsetHeight,
      anchors: (wanted[index]?.rings ?? []).flat().map((point) => toScreen(this.view, point)),
    }));
    const body = outlineRing(sizeOf(this.atlas))
      .map(([x, y]) => /** @type {Point} */ ([x, Math.abs(x) > ARM_FROM_MM ? Math.min(y, ARM_SHOWN_TO_MM) : y]))
      .map((point) => toScreen(this.view, point));
    const placed = this.room.width ? placeCallouts(measured, body, this.room, this.reserved) : [];
    if (JSON.stringify(placed) !== JSON.stringify(this.placed)) this.placed = placed;
    for (const element of words) {
      const at = placed.find((one) => one.id === element.dataset["callout"]);
      element.style.transform = at ? `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)` : "";
    }
  }

  layOutMarkWords() {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll(".mark-word"))) {
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      const inside = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 10), Math.max(10, most - 10));
      const head = toScreen(this.view, [0, -140]);
      const lying = this.facing === "left" || this.facing === "right";
      const hip = toScreen(this.view, [0, 430]);
      const [x, y] =
        element.dataset["markWord"] === "head"
          ? [inside(head[0] - width / 2, this.room.width - width), inside(head[1] - height / 2, this.room.height - height)]
          : [inside((lying ? hip[0] : this.room.width / 2) - width / 2, this.room.width - width), this.room.height - height - 10];
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  }

  /** @param {import("../lib/clay.js").Palette} palette */
  prepareLive(palette) {
    const canvas = this.renderRoot.querySelector(".live");
    if (!(canvas instanceof HTMLCanvasElement)) return;
    if (this.live?.canvas !== canvas) this.live = new LiveLayer(canvas);
    this.live.fit(this.room.width, this.room.height);
    const token = getComputedStyle(this);
    const colour = (/** @type {string} */ name) => token.getPropertyValue(name).trim() || "currentcolor";
    this.liveSetting = {
      view: this.view,
      facing: this.facing,
      palette,
      ember: colour("--ember"),
      bright: palette === "day" ? colour("--accent") : colour("--bright"),
      weight: colour("--weight"),
      hand: handScale(this.atlas?.hands?.length_mm),
    };
  }

  drawLive() {
    if (!this.live || !this.liveSetting || !this.room.width) return;
    if (this.mode !== "lead" || !this.path) this.live.clear();
    else if (this.reduced) this.live.drawStill(this.path, this.liveSetting);
    else this.handsAt = this.live.draw(this.path, this.at_s, this.liveSetting);
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
    if (canvas instanceof HTMLCanvasElement && this.liveSetting) this.trace.paint(canvas, this.liveSetting.palette);
  }

  /** Where the thumb finds an area best, mm: for a page that wants to point there. @param {string} area @param {"left" | "right"} side */
  middleOf(area, side) {
    const ring = this.atlas?.areas?.[area]?.[side];
    return ring ? innermost(ring) : undefined;
  }
}

customElements.define("back-map", BackMap);
