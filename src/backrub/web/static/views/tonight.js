// The first page: how long, where, on what, and one line about health. One tap on "Begin" is enough.

import { levelIcon } from "../elements/icons.js";
import { LAST, MARKS, minutesAfterKey, minutesAt, positionOf } from "../lib/minutes.js";
import { mapLabels, placeName } from "../lib/map-labels.js";
import { painted } from "../lib/painted.js";
import { held, isAvoided, isTender, levelOf, marked, respotted, spotted, tapped, tendered, unspotted } from "../lib/wishes.js";
import { html, nothing, styleMap } from "../vendor/lit.js";
import { failed, oneOf } from "./choices.js";
import { PageView } from "./page-view.js";
import { healthCard } from "./tonight-health.js";
import { saidBefore } from "./tonight-said.js";
import { TENDER, nameOf, spotsOpen, spotsPart, tenderName } from "./tonight-spots.js";

/** @import {BackMap} from "../elements/back-map.js" */
/** @import {Mark, Side, Tender} from "../types/pages.d.ts" */

/** The page of tonight's wishes. */
export class TonightView extends PageView {
  static properties = { ...PageView.properties, busy: { state: true }, spoken: { state: true }, spot: { state: true } };

  constructor() {
    super();
    this.busy = false;
    this.spoken = "";
    /** Which kind of their own spot the next tap on the back sets, or "" for none. */
    this.spot = "";
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.evening.atlas) void this.attempt(() => this.evening.loadAtlas());
  }

  firstUpdated() {
    void this.attempt(() => this.draw());
  }

  /** Makes the drawing once the words are on the screen, for it takes longer than they do; a spot is named by it. */
  async draw() {
    await painted();
    await import("../elements/back-map.js");
    await /** @type {BackMap | null} */ (this.querySelector("back-map"))?.updateComplete;
    this.requestUpdate();
  }

  /** @returns {unknown} */
  render() {
    const { notTonight } = this.evening;
    return html`<div class="tonight">
      <header>
        <h1>${this.say("tonight-title")}</h1>
        <p class="intro soft">${this.say("tonight-lead")}</p>
      </header>
      ${this.minutes()} ${this.where()} ${spotsOpen(this)} ${spotsPart(this)} ${this.map()}
      <form
        class="answers"
        @submit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          void this.begin();
        }}
      >
        ${this.choices()} ${healthCard(this)}
        ${notTonight ? nothing : html`<button class="button main" ?disabled=${this.busy}>${this.say(this.beginWord)}</button>`}
        ${failed(this.failure)} ${this.running()}
        <p class="privacy label">
          ${this.evening.wishes.health.answered === "unanswered" ? this.say("health-unanswered") : nothing} ${this.say("privacy")}
        </p>
        ${saidBefore(this)}
        <p class="label"><a class="write" href="#/routine">${this.say("tonight-write")}</a></p>
      </form>
      <p class="visually-hidden" aria-live="polite">${this.spoken}</p>
    </div>`;
  }

  minutes() {
    const { minutes } = this.evening.wishes;
    const at = positionOf(minutes);
    return html`<section class="minutes">
      <p class="much" aria-hidden="true"><span class="numeral">${minutes}</span> <span class="soft">${this.say("tonight-minutes", { minutes })}</span></p>
      <div class="slider-marks" aria-hidden="true">
        ${MARKS.map((mark) => html`<span ?data-at=${mark === minutes} @click=${() => this.evening.wish({ minutes: mark })}>${mark}</span>`)}
      </div>
      <input
        class="slider"
        type="range"
        min="0"
        max=${LAST}
        step="1"
        .value=${String(at)}
        style=${styleMap({ "--at": at / LAST })}
        aria-label=${this.say("tonight-minutes-label")}
        aria-valuetext=${this.say("tonight-minutes-value", { minutes })}
        @input=${(/** @type {Event} */ event) => this.slide(event)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.slideByKey(event)}
      />
    </section>`;
  }

  where() {
    return html`<section class="where-tight">
      <h2>${this.say("tonight-where")}</h2>
      <p class="soft">${this.say("tonight-where-how")} <span class="wide-only">${this.say("tonight-where-hold")}</span>
        <span class="narrow-only">${this.say("tonight-where-hold-short")}</span></p>
      <ul class="levels label" role="list">
        ${/** @type {const} */ ([1, 2, 3]).map((level) => html`<li>${levelIcon(level)} ${this.say(`level-${level}`)}</li>`)}
        <li>${levelIcon("avoid")} ${this.say("level-avoid")}</li>
      </ul>
      <p class="patterns soft label wide-only">${this.say("map-patterns")}</p>
      <p class="visually-hidden">${this.say("tonight-where-keys")}</p>
    </section>`;
  }

  map() {
    const { atlas, wishes } = this.evening;
    return html`<back-map
      class="hero"
      mode="choose"
      theme="auto"
      facing="up"
      .atlas=${atlas}
      .wishes=${marked(wishes)}
      .labels=${mapLabels(this.evening.say)}
      .marking=${this.spot !== "" && this.spot !== TENDER}
      keepclear=".where-tight > *, .spots-open"
      @area-tap=${(/** @type {CustomEvent} */ event) => this.tap(event.detail)}
      @area-hold=${(/** @type {CustomEvent} */ event) => this.hold(event.detail)}
      @spot-mark=${(/** @type {CustomEvent} */ event) => this.mark(event.detail)}
      @spot-change=${(/** @type {CustomEvent} */ event) => this.remark(event.detail)}
      @spot-remove=${(/** @type {CustomEvent} */ event) => this.unmark(event.detail.index)}
    ></back-map>`;
  }

  choices() {
    const { wishes } = this.evening;
    const named = (/** @type {string} */ name, /** @type {string[]} */ ids, icons = false) =>
      ids.map((id) => ({ id, label: this.say(`${name}-${id}`), ...(icons ? { icon: id } : {}) }));
    return html`
      ${oneOf({ name: "glide", legend: this.say("glide-label"), value: wishes.glide, options: named("glide", wishes.glide === "lotion" ? ["oil", "lotion", "dry", "clothed"] : ["oil", "dry", "clothed"]), onChoose: (glide) => this.evening.wish({ glide }) })}
      ${oneOf({ name: "surface", legend: this.say("surface-label"), value: wishes.surface, options: named("surface", ["mat", "table", "bed", "chair"], true), onChoose: (surface) => this.evening.wish({ surface }) })}
      ${oneOf({ name: "relation", legend: this.say("relation-label"), value: wishes.relation, options: named("relation", ["partners", "friends", "family"]), onChoose: (relation) => this.evening.wish({ relation }) })}
    `;
  }

  get isHug() {
    return this.evening.wishes.position === "hug";
  }

  get beginWord() {
    return this.busy ? "begin-busy" : this.isHug ? "begin-hug" : "begin";
  }

  running() {
    const { evening } = this;
    if (!evening.pass && !evening.lost) return nothing;
    return html`<p class="label">${this.say("running-elsewhere")} <a href="#/lead" @click=${() => evening.takeUp()}>${this.say("running-go-back")}</a></p>`;
  }

  /** @param {Event} event */
  slide(event) {
    const minutes = minutesAt(Number(/** @type {HTMLInputElement} */ (event.target).value));
    this.evening.wish({ minutes });
  }

  /** @param {KeyboardEvent} event */
  slideByKey(event) {
    const minutes = minutesAfterKey(event.key, this.evening.wishes.minutes, getComputedStyle(this).direction === "rtl");
    if (minutes === null) return;
    event.preventDefault();
    this.evening.wish({ minutes });
  }

  /** @param {{area: string, side: "left" | "right"}} place */
  tap({ area, side }) {
    if (this.spot === TENDER) return this.tender({ area, side });
    this.evening.wish(tapped(this.evening.wishes, area, side));
    this.tell(area, side);
  }

  /** @param {{area: string, side: Side}} place */
  hold({ area, side }) {
    this.evening.wish(held(this.evening.wishes, area, side));
    this.tell(area, side);
  }

  /** @param {Tender} spot */
  tender(spot) {
    this.evening.wish(tendered(this.evening.wishes, spot));
    const level = isTender(this.evening.wishes, spot.area, spot.side) ? "spots-held" : "spots-gone";
    this.spoken = this.say("spoken-tapped", { place: tenderName(this, spot), level: this.say(level) });
  }

  /** @param {{x_mm: number, y_mm: number, radius_mm: number}} at */
  mark({ x_mm, y_mm, radius_mm }) {
    const kind = this.spot || "not-there";
    this.evening.wish(spotted(this.evening.wishes, x_mm, y_mm, kind, radius_mm));
    this.tellSpot({ kind, x_mm, y_mm, radius_mm }, "level-avoided");
  }

  /** @param {{index: number, x_mm: number, y_mm: number, radius_mm: number}} change */
  remark({ index, ...at }) {
    this.evening.wish(respotted(this.evening.wishes, index, at));
    this.tellSpot(this.evening.wishes.marks[index], "level-avoided");
  }

  /** @param {number} index */
  unmark(index) {
    const mark = this.evening.wishes.marks[index];
    this.evening.wish(unspotted(this.evening.wishes, index));
    this.tellSpot(mark, "spots-gone");
  }

  /**
   * Says aloud what became of a spot of their own.
   *
   * @param {Mark | undefined} mark
   * @param {string} level
   */
  tellSpot(mark, level) {
    if (mark) this.spoken = this.say("spoken-tapped", { place: nameOf(this, mark), level: this.say(level) });
  }

  /**
   * Says aloud what a tap did, for those who do not see the drawing.
   *
   * @param {string} area
   * @param {Side} side
   */
  tell(area, side) {
    const { wishes } = this.evening;
    const level = isAvoided(wishes, area, side) ? "level-avoided" : `level-${levelOf(wishes, area, side)}`;
    this.spoken = this.say("spoken-tapped", { place: placeName(this.evening.say, area, side), level: this.say(level) });
  }

  async begin() {
    if (this.isHug) return this.go("#/hug");
    this.busy = true;
    await this.attempt(async () => {
      if (await this.evening.makePlan()) this.go("#/plan");
    });
    this.busy = false;
  }
}

customElements.define("tonight-view", TonightView);
