/**
 * <plan-ribbon>: the plan as a ribbon whose width is the pressure.
 *
 * Attributes and properties
 *   steps        [{index, kind, phase, start_s, duration_s, pressure: [a, b], label, area_label, technique, side, side_label, spoken?}];
 *                zero-second steps are left out, except that each `ask` makes a mark; `spoken` is the button's full name when it lies flat
 *   asks         [seconds], if other than where the ask steps stand
 *   orientation  "auto" (default: flat from 44rem of width), "horizontal", "vertical"
 *   selected     index of the chosen step, or -1
 *   now_s        how far the session is, or null
 *   labels       {list, ask, phases: {id: name}}
 * Other steps flow out of those before, unless less motion is wanted.
 * Style: --ribbon-height, how high it is where it lies flat
 * Slot: detail, shown under the chosen step (vertical only).
 * Events (bubbling, composed): step-select {index, indexes}. Arrow keys go from step to step.
 */
import { clamp } from "../lib/geometry.js";
import { MORPH_MS, between, pictureOf, stretchesBetween, stretchesOf } from "../lib/ribbon-morph.js";
import { alongRows, asksOf, groupsOf, halfAt, profile, ribbonPath, spread, threadPath, totalOf } from "../lib/ribbon.js";
import { prefersLessMotion } from "../lib/theme.js";
import { LitElement, html, nothing, svg } from "../vendor/lit.js";
import { styles } from "./plan-ribbon-styles.js";
import { clock } from "./pulse-ring.js";

/** @typedef {import("../lib/ribbon.js").Step} Step */
/** @typedef {import("../lib/ribbon.js").Group} Group */
/** @typedef {{along: (at_s: number) => number, centre: number, half: number, upright: boolean}} Layout */

const FLAT_FROM_REM = 44;
const CLOTH_SHARE = 0.86;
const FLAT_TOP_REM = 2.8;
const FLAT_BOTTOM_REM = 1.5;
const THREADS = [-0.72, -0.46, -0.2, 0.06, 0.32, 0.58, 0.82];
const NEXT_KEYS = new Set(["ArrowRight", "ArrowDown"]);
const BACK_KEYS = new Set(["ArrowLeft", "ArrowUp"]);

export class PlanRibbon extends LitElement {
  static properties = {
    steps: { attribute: false },
    asks: { attribute: false },
    orientation: { type: String },
    selected: { type: Number },
    now_s: { type: Number },
    labels: { attribute: false },
    width: { state: true },
    drawn: { state: true },
  };

  static styles = styles;

  constructor() {
    super();
    /** @type {readonly Step[]} */
    this.steps = [];
    /** @type {readonly number[]} */
    this.asks = [];
    /** @type {"auto" | "horizontal" | "vertical"} */
    this.orientation = "auto";
    this.selected = -1;
    /** @type {number | null} */
    this.now_s = null;
    /** @type {{list?: string, ask?: string, phases?: Record<string, string>}} */
    this.labels = {};
    this.width = 0;
    /** @type {Layout | null} */
    this.drawn = null;
    /** @type {Group[]} */
    this.groups = [];
    this.laidOut = "";
    /** What was last drawn. @type {import("../lib/ribbon-morph.js").Picture | null} */
    this.seen = null;
    /** What is flowing away, and since when. @type {{before: import("../lib/ribbon-morph.js").Picture, since_ms: number} | null} */
    this.flowing = null;
    this.frame = 0;
    /** @type {ResizeObserver | undefined} */
    this.watcher = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => {
      this.width = this.clientWidth;
      this.layOut();
    });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    cancelAnimationFrame(this.frame);
  }

  get upright() {
    if (this.orientation !== "auto") return this.orientation === "vertical";
    return this.width < FLAT_FROM_REM * rem();
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("steps")) return;
    const same = JSON.stringify(changed.get("steps")) === JSON.stringify(this.steps);
    this.groups = groupsOf(this.steps);
    if (this.seen && !same && !prefersLessMotion()) this.flowing = { before: this.seen, since_ms: performance.now() };
  }

  render() {
    return html`${this.cloth()} ${this.upright ? this.rows() : this.flat()}`;
  }

  rows() {
    return html`<ol class="rows" aria-label=${this.labels.list ?? nothing} @keydown=${this.key}>
      ${this.groups.map(
        (group, index) => html`<li data-start=${group.start_s}>
          <span class="time" aria-hidden="true">${clock(group.start_s)}${this.phaseName(group, this.groups[index - 1])}</span>
          <div class="cell">
            ${this.button(group, html`<span><b>${group.label}</b> <small>${group.area_label}</small></span>${this.sides(group)}`)}
            ${this.isChosen(group) ? html`<slot name="detail"></slot>` : nothing}
          </div>
        </li>`,
      )}
    </ol>`;
  }

  /** Named where it begins, unless that is the very start. @param {Group} group @param {Group | undefined} before */
  phaseName({ phase }, before) {
    const name = this.labels.phases?.[phase];
    return name && before && before.phase !== phase ? html`<small>${name}</small>` : nothing;
  }

  /** @param {Group} group */
  sides({ steps }) {
    if (!steps.some((step) => step.side_label)) return nothing;
    return html`<small class="sides">${steps.map((step) => `${step.side_label ?? ""} ${clock(step.duration_s)}`.trim()).join(" · ")}</small>`;
  }

  flat() {
    const total_s = totalOf(this.steps);
    return html`<div class="flat">
      <div class="names" aria-hidden="true">
        ${this.groups.map((group) => html`<span data-at=${group.start_s + group.duration_s / 2} data-weight=${isPause(group) ? 1e5 : group.duration_s}>${group.label}<small>${clock(group.duration_s)}</small></span>`)}
      </div>
      <ol aria-label=${this.labels.list ?? nothing} @keydown=${this.key}>
        ${this.groups.map((group) => html`<li data-start=${group.start_s} data-end=${group.start_s + group.duration_s}>${this.button(group)}</li>`)}
      </ol>
      <div class="times" aria-hidden="true">${this.times(total_s)}</div>
    </div>`;
  }

  /** Clock times where phases change, and the phases' names between them. @param {number} total_s */
  times(total_s) {
    /** @type {{phase: string, start_s: number, end_s: number}[]} */
    const phases = [];
    for (const { phase, start_s, duration_s } of this.groups) {
      const last = phases[phases.length - 1];
      if (last?.phase === phase) last.end_s = start_s + duration_s;
      else phases.push({ phase, start_s, end_s: start_s + duration_s });
    }
    return [
      ...[0, ...phases.slice(1).map((phase) => phase.start_s), total_s].map((at_s, index, all) => {
        const weight = index === 0 || index === all.length - 1 ? 1e6 : 1e4 - index;
        return html`<span data-at=${at_s} data-weight=${weight}>${clock(at_s)}</span>`;
      }),
      ...phases.map(({ phase, start_s, end_s }) =>
        this.labels.phases?.[phase] ? html`<span class="phase" data-at=${(start_s + end_s) / 2} data-weight=${(end_s - start_s) / 100}>${this.labels.phases[phase]}</span>` : nothing,
      ),
    ];
  }

  /** Named by its own words where it has them, so that who says what they see is understood.
   * @param {Group} group @param {unknown} [content] */
  button(group, content) {
    const spoken = group.steps[0]?.spoken ?? [group.label, group.area_label, clock(group.start_s), clock(group.duration_s)].filter(Boolean).join(", ");
    return html`<button type="button" aria-pressed=${this.isChosen(group) ? "true" : "false"} aria-label=${content ? nothing : spoken} data-index=${group.index} @click=${() => this.choose(group)}>
      ${content}${content ? html`<span class="visually-hidden">, ${clock(group.start_s)}, ${clock(group.duration_s)}</span>` : nothing}
    </button>`;
  }

  /** @param {Group} group */
  isChosen({ index, steps }) {
    return this.selected >= 0 && (index === this.selected || steps.some((step) => step.index === this.selected));
  }

  /** @param {Group} group */
  choose({ index, steps }) {
    const indexes = steps.map((step) => step.index ?? index);
    this.dispatchEvent(new CustomEvent("step-select", { detail: { index, indexes }, bubbles: true, composed: true }));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll("li button"))];
    const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
    const step = NEXT_KEYS.has(event.key) ? 1 : BACK_KEYS.has(event.key) ? -1 : 0;
    if (at < 0 || !step) return;
    event.preventDefault();
    buttons[clamp(at + step, 0, buttons.length - 1)]?.focus();
  }

  /** The ribbon itself, once the rows have been measured. */
  cloth() {
    if (!this.drawn || !this.groups.length) return nothing;
    const { along, centre, half, upright } = this.drawn;
    const whole = profile(this.steps, along, half, upright ? 2.5 : 3);
    const total_s = totalOf(this.steps);
    const share = this.flowing ? (performance.now() - this.flowing.since_ms) / MORPH_MS : 1;
    if (this.flowing && share < 1) return this.flow(whole, this.flowing.before, share);
    this.flowing = null;
    this.seen = pictureOf(whole, half, stretchesOf(this.groups, total_s));
    const [shape, timed] = [whole, this.groups];
    return svg`<svg class="cloth" aria-hidden="true">
      ${timed.map((group) => this.piece(shape, isPause(group) ? "pause" : group.phase, group.start_s, group.start_s + group.duration_s))}
      ${THREADS.filter((_, index) => !upright || index % 2 === 0).map((share) => svg`<path class="thread" d=${threadPath(shape, share, centre, upright)}></path>`)}
      ${timed.slice(1).map(({ start_s }) => this.across("seam", along(start_s), halfAt(shape, along(start_s)) + 1))}
      ${asksOf(this.steps, this.asks).map((at_s) => this.ask(at_s))}
      ${this.chosenLine(shape)}
      ${this.now_s === null ? nothing : this.across("now", along(this.now_s), halfAt(shape, along(this.now_s)) + 7)}
    </svg>`;
  }

  /** On the way from one plan to the next: no seams, no marks. @param {{at: number, half: number}[]} whole @param {import("../lib/ribbon-morph.js").Picture} before @param {number} share */
  flow(whole, before, share) {
    const { along, centre, half, upright } = /** @type {Layout} */ (this.drawn);
    const total_s = totalOf(this.steps);
    const shape = between(whole, half, before, share);
    const stretches = stretchesBetween(stretchesOf(this.groups, total_s), before, share);
    this.seen = pictureOf(shape, half, stretches);
    const [start, end] = [along(0), along(total_s)];
    const px = (/** @type {number} */ part) => start + (end - start) * part;
    this.frame = requestAnimationFrame(() => this.requestUpdate());
    return svg`<svg class="cloth" aria-hidden="true">
      ${stretches.map(({ phase, from, to }) => svg`<path class="piece ${phase}" d=${ribbonPath(shape, px(from), px(to), centre, upright)}></path>`)}
      ${THREADS.filter((_, index) => !upright || index % 2 === 0).map((one) => svg`<path class="thread" d=${threadPath(shape, one, centre, upright)}></path>`)}
    </svg>`;
  }

  /** @param {{at: number, half: number}[]} shape @param {string} phase @param {number} start_s @param {number} end_s */
  piece(shape, phase, start_s, end_s) {
    const { along, centre, upright } = /** @type {Layout} */ (this.drawn);
    const done = this.now_s !== null && end_s <= this.now_s;
    return svg`<path class="piece ${phase} ${done ? "done" : ""}" d=${ribbonPath(shape, along(start_s), along(end_s), centre, upright)}></path>`;
  }

  /** @param {string} name @param {number} at px @param {number} half px */
  across(name, at, half) {
    const { centre, upright } = /** @type {Layout} */ (this.drawn);
    return upright
      ? svg`<line class=${name} x1=${centre - half} x2=${centre + half} y1=${at} y2=${at}></line>`
      : svg`<line class=${name} y1=${centre - half} y2=${centre + half} x1=${at} x2=${at}></line>`;
  }

  /** @param {number} at_s */
  ask(at_s) {
    const { along, centre, upright } = /** @type {Layout} */ (this.drawn);
    const at = Math.max(along(at_s), along(0) + 12);
    const [x, y] = upright ? [centre, at] : [at, centre];
    return svg`<g class="ask" transform="translate(${x} ${y})"><circle r="8.6"></circle><text y="0.5">?</text></g>`;
  }

  /** @param {{at: number, half: number}[]} shape */
  chosenLine(shape) {
    const { along, centre, upright, half } = /** @type {Layout} */ (this.drawn);
    const group = this.groups.find((one) => this.isChosen(one));
    if (!group) return nothing;
    const [from, to] = [along(group.start_s) + 3, along(group.start_s + group.duration_s) - 3];
    const aside = centre + (upright ? Math.max(...shape.filter(({ at }) => at >= from && at <= to).map((point) => point.half), 6) + 5 : half + 6);
    return upright ? svg`<path class="chosen" d="M${aside} ${from}V${to}"></path>` : svg`<path class="chosen" d="M${from} ${aside}H${to}"></path>`;
  }

  updated() {
    this.layOut();
  }

  /** Measure the words, then say where time runs; draws again only when something moved. */
  layOut() {
    const ready = this.renderRoot.querySelector(this.upright ? ".rows" : ".flat");
    if (!this.hasUpdated || !this.width || !ready) return;
    const layout = this.upright ? this.layOutRows() : this.layOutFlat();
    const total_s = totalOf(this.steps);
    const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(layout.along(share * total_s)));
    const key = JSON.stringify([total_s, marks, layout.centre, layout.half, layout.upright]);
    if (key !== this.laidOut) [this.laidOut, this.drawn] = [key, layout];
  }

  /** @returns {Layout} */
  layOutRows() {
    const rows = [.../** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll("li"))];
    const tops = rows.map((row) => ({ start_s: Number(row.dataset["start"]), top: row.offsetTop + 3 }));
    const last = rows[rows.length - 1];
    const end = last ? last.offsetTop + last.offsetHeight - 4 : 0;
    const [from, to] = this.clothEdges(last);
    return { along: alongRows(tops, totalOf(this.steps), end), centre: (from + to) / 2, half: ((to - from) / 2) * CLOTH_SHARE, upright: true };
  }

  /** Between the times and the words, whichever side each is on. @param {HTMLElement | undefined} row @returns {[number, number]} */
  clothEdges(row) {
    const [time, cell] = [row?.querySelector(".time"), row?.querySelector(".cell")];
    if (!(time instanceof HTMLElement) || !(cell instanceof HTMLElement)) return [0, 0];
    const [first, second] = time.offsetLeft < cell.offsetLeft ? [time, cell] : [cell, time];
    return [first.offsetLeft + first.offsetWidth, second.offsetLeft];
  }

  /** Time runs from left to right in every script: it is a picture, and the clock times say so. @returns {Layout} */
  layOutFlat() {
    const total_s = Math.max(1, totalOf(this.steps));
    const along = (/** @type {number} */ at_s) => (at_s / total_s) * this.width;
    const box = /** @type {HTMLElement} */ (this.renderRoot.querySelector(".flat"));
    const [top, bottom] = [FLAT_TOP_REM * rem() + 6, box.offsetHeight - FLAT_BOTTOM_REM * rem() - 12];
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll("li"))) {
      const [from, to] = [along(Number(item.dataset["start"])), along(Number(item.dataset["end"]))];
      item.style.transform = `translateX(${from}px)`;
      item.style.inlineSize = `${to - from}px`;
    }
    for (const list of [".names", ".times"]) this.placeWords(list, along);
    return { along, centre: (top + bottom) / 2, half: (bottom - top) / 2, upright: false };
  }

  /** @param {string} list @param {(at_s: number) => number} along */
  placeWords(list, along) {
    const words = [.../** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll(`${list} span`))];
    const wanted = words.map((word) => ({ centre: along(Number(word.dataset["at"])), width: word.offsetWidth, weight: Number(word.dataset["weight"]) }));
    spread(wanted, this.width).forEach((left, index) => {
      const word = /** @type {HTMLElement} */ (words[index]);
      word.style.visibility = left === null ? "hidden" : "visible";
      word.style.transform = `translateX(${left ?? 0}px)`;
    });
  }
}

/** Nobody strokes while they sit up, or turn over. @param {Group} group */
const isPause = ({ steps }) => steps[0]?.kind === "turn";

function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

customElements.define("plan-ribbon", PlanRibbon);
