// Changing places: who gave lies down now. Their own back, their own health line, then their half of the evening.

import "../elements/back-map.js";
import { mapLabels, placeName } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { held, isAvoided, levelOf, marked, tapped } from "../lib/wishes.js";
import { refusalOf } from "../lib/screen.js";
import { roomOf } from "../models/room.js";
import { html, nothing } from "../vendor/lit.js";
import { failed, tick } from "./choices.js";
import { PageView } from "./page-view.js";

/** @import {Health, NotTonight, Side, Wishes} from "../types/pages.d.ts" */

/** What the few minutes between are for. */
const BETWEEN = ["wash", "towel", "drink"];

/** The page between two halves. */
export class SwapView extends PageView {
  static properties = { ...PageView.properties, busy: { state: true }, wishes: { state: true }, spoken: { state: true } };

  constructor() {
    super();
    this.busy = false;
    /** What the second of two wishes. @type {Wishes} */
    this.wishes = /** @type {any} */ (undefined);
    this.spoken = "";
  }

  /** Why they get none tonight; worked out each time, as an answer may be there before the screen that it is read off. */
  get no() {
    return refusalOf(this.evening.screen, this.wishes.health.conditions);
  }

  connectedCallback() {
    super.connectedCallback();
    const { next } = this.evening;
    if (next) this.wishes = { ...this.evening.start.defaults, ...next.other };
    void this.attempt(() => this.evening.loadAtlas()); // another back than the one that was drawn before
    void this.attempt(() => this.evening.loadScreen());
  }

  render() {
    const { next } = this.evening;
    if (!next || !this.wishes) return nothing;
    return html`<div class="swap">
      <header>
        <h1>${this.say("swap-title")}</h1>
        <p class="how">${this.say("swap-lead", { minutes: next.minutes })}</p>
        <ul class="rows" role="list">
          ${BETWEEN.map((one) => html`<li>${this.say(`swap-${one}`)}</li>`)}
        </ul>
      </header>
      ${this.where()} ${this.health()}
      ${this.no ? nothing : html`<button class="button main" ?disabled=${this.busy} @click=${() => this.lead()}>${this.say(this.busy ? "lead-me-busy" : "lead-me")}</button>`}
      ${failed(this.failure)}
      <p><button class="button quiet" data-swap="decline" @click=${() => this.decline()}>${this.say("swap-decline")}</button></p>
      <p class="visually-hidden" aria-live="polite">${this.spoken}</p>
    </div>`;
  }

  where() {
    return html`<section class="swap-where">
      <h2>${this.say("tonight-where")}</h2>
      <p class="soft">${this.say("tonight-where-how")}</p>
      <p class="visually-hidden">${this.say("tonight-where-keys")}</p>
      <back-map
        mode="choose"
        theme="auto"
        facing="up"
        .atlas=${this.evening.atlas}
        .wishes=${marked(this.wishes)}
        .labels=${mapLabels(this.evening.say)}
        @area-tap=${(/** @type {CustomEvent} */ event) => this.mark(event.detail, tapped)}
        @area-hold=${(/** @type {CustomEvent} */ event) => this.mark(event.detail, held)}
      ></back-map>
    </section>`;
  }

  /**
   * @param {{area: string, side: Side}} place
   * @param {typeof tapped} how
   */
  mark({ area, side }, how) {
    this.wishes = how(this.wishes, area, side);
    const level = isAvoided(this.wishes, area, side) ? "level-avoided" : `level-${levelOf(this.wishes, area, side)}`;
    this.spoken = this.say("spoken-tapped", { place: placeName(this.evening.say, area, side), level: this.say(level) });
  }

  health() {
    const { health } = this.wishes;
    return html`<section class="card health" aria-labelledby="swap-health">
      <p id="swap-health"><span class="soft">${this.say("health-question")}</span> ${this.say("health-line")}</p>
      <div class="pair">
        ${/** @type {const} */ (["none", "something"]).map(
          (one) =>
            html`<button type="button" class="button" aria-pressed=${health.answered === one ? "true" : "false"} @click=${() => this.answer({ answered: health.answered === one ? "unanswered" : one, conditions: [] })}>
              ${this.say(`health-${one}`)}
            </button>`,
        )}
      </div>
      ${health.answered === "something" ? this.which(health) : nothing}
      <div aria-live="assertive">${this.no ? this.notTonight(this.no) : nothing}</div>
      ${health.answered === "unanswered" ? html`<p class="label">${this.say("health-unanswered")}</p>` : nothing}
    </section>`;
  }

  /** @param {Health} health */
  which(health) {
    const toggled = (/** @type {string} */ id, /** @type {boolean} */ on) => (on ? [...health.conditions, id] : health.conditions.filter((one) => one !== id));
    return html`<fieldset class="conditions">
      <legend class="label">${this.say("health-which")}</legend>
      ${this.evening.start.health.map((one) =>
        tick({
          label: opened(one.label, this.evening.locale),
          checked: health.conditions.includes(one.id),
          onChange: (checked) => this.answer({ ...health, conditions: toggled(one.id, checked) }),
        }),
      )}
      <p class="label">${this.say("health-other")}</p>
    </fieldset>`;
  }

  /** @param {NotTonight["not_tonight"]} no */
  notTonight(no) {
    return html`<div class="wash not-tonight">
      <h3>${this.say(no.emergency ? "not-tonight-emergency" : "not-tonight-title")}</h3>
      ${no.texts.map((text) => html`<p>${text}</p>`)}
    </div>`;
  }

  /** @param {Health} health */
  answer(health) {
    this.wishes = { ...this.wishes, health };
  }

  async lead() {
    this.busy = true;
    await this.attempt(async () => {
      await roomOf(this.evening).speaker.wake();
      await this.evening.openNext(this.wishes);
      this.go("#/lead");
    });
    this.busy = false;
  }

  decline() {
    this.evening.declineNext();
    if (location.hash === "#/" || location.hash === "") window.dispatchEvent(new HashChangeEvent("hashchange"));
    else this.go("#/");
  }
}

customElements.define("swap-view", SwapView);
