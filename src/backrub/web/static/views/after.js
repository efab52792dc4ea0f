// The quiet end: nothing for a while, then a few words; the question waits for a dry finger, and no is the answer.

import "../elements/back-map.js";
import { coveredOf } from "../lib/covered.js";
import { mapLabels } from "../lib/map-labels.js";
import { CardDesk } from "../models/card-desk.js";
import { answerKeep, leadingOf } from "../models/leading.js";
import { learn } from "../models/person.js";
import { html, nothing } from "../vendor/lit.js";
import { nextTime, strokesOf } from "./after-next.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";

/** @import {Leading} from "../models/leading.js" */
/** @import {Pass} from "../models/memory.js" */

/** How long nothing at all is shown after the last touch [s of the session]. */
const QUIET_S = 30;

/** The page after the last touch, or after a stop. */
export class AfterView extends PageView {
  static properties = { ...PageView.properties, touched: { state: true }, answer: { state: true }, quiet: { state: true }, liked: { state: true } };

  constructor() {
    super();
    this.touched = false;
    /** @type {"kept" | "gone" | null} */
    this.answer = null;
    this.quiet = true;
    /** The card that learns from this session, once it is kept. @type {CardDesk | null} */
    this.desk = null;
    /** @type {{id: string, label: string}[]} */
    this.strokes = [];
    /** Strokes that were named as liked. @type {Set<string>} */
    this.liked = new Set();
    this.onChange = () => this.follow();
    this.onTouch = (/** @type {Event} */ event) => this.touch(event);
  }

  /** Goes back to where hands are led, when somebody goes on after all. */
  follow() {
    const goesOn = ["preparing", "running", "paused"].includes(this.leading?.status ?? "");
    if (goesOn && this.answer === null) this.go("#/lead");
    this.requestUpdate();
  }

  /** @returns {Leading | null} */
  get leading() {
    return leadingOf(this.evening);
  }

  get wasStopped() {
    return this.leading?.status === "stopped";
  }

  connectedCallback() {
    super.connectedCallback();
    this.leading?.addEventListener("change", this.onChange);
    window.addEventListener("keydown", this.onTouch);
    window.addEventListener("pointerdown", this.onTouch);
    const rate = this.evening.start.rate;
    this.leading?.ticker.set("quiet", (QUIET_S * 1000) / rate, () => {
      this.quiet = false;
    });
    if (this.wasStopped) this.touched = true;
  }

  disconnectedCallback() {
    this.leading?.removeEventListener("change", this.onChange);
    this.desk?.removeEventListener("change", this.onChange);
    window.removeEventListener("keydown", this.onTouch);
    window.removeEventListener("pointerdown", this.onTouch);
    super.disconnectedCallback();
  }

  /** @returns {unknown} */
  render() {
    const silent = this.quiet && !this.touched && this.answer === null;
    return html`<div class="after" ?data-quiet=${silent}>
      ${silent ? html`<h1 class="visually-hidden">${this.say("after-quiet")}</h1>` : this.body()}
      <p class="visually-hidden" aria-live="polite">${this.leading?.caption?.text ?? ""}</p>
      ${failed(this.failure)}
    </div>`;
  }

  body() {
    if (this.answer) return this.answered();
    return html`${this.trace()}
      <div class="after-words">
        <h1 class="one-thing">${this.say(this.heading())}</h1>
        ${this.wasStopped || this.asleep ? nothing : html`<p class="how">${this.lastSaid || this.say("after-how")}</p>`}
      </div>
      ${this.touched ? this.question() : html`<p class="soft touch-hint">${this.say("after-touch")}</p>`}`;
  }

  /** What was said since the last touch; what was said in the last step belongs to it. */
  get lastSaid() {
    const cue = this.leading?.caption;
    return cue?.step === null ? cue.text : "";
  }

  /** Whether the coach was told that they sleep. */
  get asleep() {
    return this.leading?.view?.hush === true;
  }

  heading() {
    if (this.wasStopped) return "stop-how";
    return this.asleep ? "after-asleep" : "after-title";
  }

  trace() {
    const { leading } = this;
    if (!leading?.plan || this.wasStopped) return nothing;
    return html`<back-map
      class="trace"
      mode="show"
      theme="candle"
      facing="up"
      zones="spine"
      .atlas=${leading.plan.atlas}
      .labels=${{ ...mapLabels(this.evening.say), map: this.say("after-trace") }}
      .covered=${coveredOf(leading.plan.routine.steps)}
    ></back-map>`;
  }

  question() {
    return html`<section class="keep" aria-labelledby="keep-question">
      <p id="keep-question" class="soft">${this.say("after-keep")}</p>
      <div class="pair">
        <button class="button chosen" data-keep="no" @click=${() => void this.choose(false)}>${this.say("after-no")}</button>
        <button class="button" data-keep="yes" @click=${() => void this.choose(true)}>${this.say("after-yes")}</button>
      </div>
      <p class="soft smallest">${this.say("after-default")}</p>
      ${this.wasStopped ? nothing : html`<p class="soft smallest">${this.say("after-liked")} ${this.say("after-tender")} ${this.oily ? this.say("after-oil") : ""}</p>`}
    </section>`;
  }

  get oily() {
    const lubricant = this.leading?.plan?.routine.lubricant;
    return lubricant === "oil" || lubricant === "lotion";
  }

  answered() {
    const kept = this.answer === "kept";
    return html`<section class="keep done">
      <div role="status">
        <h1 class="one-thing">${kept ? this.say("after-kept") : this.say("after-gone")}</h1>
        ${kept ? html`<p class="soft">${this.say("after-delete")}</p>` : nothing}
      </div>
      ${this.desk ? nextTime(this, this.desk) : nothing}
      <a class="button" href="#/">${this.say(this.evening.next ? "after-swap" : "after-again")}</a>
    </section>`;
  }

  /** @param {Event} event */
  touch(event) {
    if (this.touched || this.answer || (event instanceof KeyboardEvent && event.key === "Tab")) return;
    this.touched = true;
    this.quiet = false;
    void this.leading?.wake();
  }

  /** @param {boolean} keep */
  async choose(keep) {
    const { pass, cardId } = this.evening;
    this.strokes = strokesOf(this.leading?.plan?.routine.steps ?? []);
    await this.attempt(async () => {
      await answerKeep(this.evening, keep);
      this.answer = keep ? "kept" : "gone";
      if (keep && pass) await this.learn(pass, cardId);
    });
  }

  /**
   * Lets a card learn from the session: the one it was led with, or a new one that is not kept before somebody says so.
   *
   * @param {Pass} pass
   * @param {string | null} card
   */
  async learn(pass, card) {
    const desk = new CardDesk(this.evening);
    await desk.load();
    const there = desk.kept.find((one) => one.id === card);
    const { shown } = await learn(pass, there ? there.id : null);
    desk.show({ id: there?.id ?? null, name: there?.name ?? "", shown });
    desk.addEventListener("change", this.onChange);
    this.desk = desk;
    this.requestUpdate();
  }
}

customElements.define("after-view", AfterView);
