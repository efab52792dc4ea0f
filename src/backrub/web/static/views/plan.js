// The plan: its ribbon, the step that was chosen, what to have within reach, what else it could be, and the sound.

import "../elements/plan-ribbon.js";
import { icon } from "../elements/icons.js";
import { iconOf } from "../lib/preparing.js";
import { clockText } from "../lib/clock-text.js";
import { opened } from "../lib/sentence.js";
import { PlanDesk } from "../models/plan-desk.js";
import { roomOf } from "../models/room.js";
import { html, nothing } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";
import { changePart, takePart } from "./plan-change.js";
import { changesPart } from "./plan-changes.js";
import { clashPart, newsPart } from "./plan-news.js";
import { printedPlan } from "./plan-print.js";
import { stepCard } from "./plan-step.js";
import { tryPart } from "./plan-try.js";
import { soundCheck } from "./sound-check.js";

/** @import {Plan, Preparation, RoutineStep} from "../types/pages.d.ts" */

/** How many preparations are shown before the fold. */
const SHOWN = 5;

const LONGER_THAN_ANY_S = 10_000;

/** The page of the plan. */
export class PlanView extends PageView {
  static properties = { ...PageView.properties, busy: { state: true }, chosen: { state: true }, wide: { state: true } };

  constructor() {
    super();
    this.busy = false;
    /** @type {number | null} */
    this.chosen = null;
    this.query = matchMedia("(min-width: 60rem)");
    this.wide = this.query.matches;
    this.onWide = () => {
      this.wide = this.query.matches;
    };
    this.onDesk = () => this.requestUpdate();
    /** @type {PlanDesk} */
    this.desk = /** @type {any} */ (undefined);
  }

  connectedCallback() {
    super.connectedCallback();
    this.desk = new PlanDesk(this.evening);
    this.desk.addEventListener("change", this.onDesk);
    this.query.addEventListener("change", this.onWide);
    roomOf(this.evening).speaker.addEventListener("change", this.onEvening);
  }

  disconnectedCallback() {
    this.desk.removeEventListener("change", this.onDesk);
    this.query.removeEventListener("change", this.onWide);
    roomOf(this.evening).speaker.removeEventListener("change", this.onEvening);
    super.disconnectedCallback();
  }

  /** @returns {unknown} */
  render() {
    const { plan } = this.desk;
    if (!plan) return this.evening.clash ? this.stuck() : nothing;
    return html`<div class="plan" aria-busy=${this.desk.busy ? "true" : "false"}>
        <header>
          <h1 tabindex="-1">${plan.title}</h1>
          <p class="soft">${plan.summary}</p>
          ${this.pauses(plan)} ${this.halves()}
        </header>
        ${clashPart(this, plan)} ${this.ribbon(plan)} ${this.wide ? stepCard(this, plan, this.chosenIn(plan)) : nothing}
        <div class="before">${this.reach(plan)} ${soundCheck(this)}</div>
        ${newsPart(this, plan)}
        <section class="change">${changePart(this)}</section>
        <section class="try">${changesPart(this)} ${tryPart(this)}</section>
        <section class="take">${takePart(this)}</section>
        <div class="go">
          <button class="button main" ?disabled=${this.busy} @click=${() => this.lead()}>${this.say(this.busy ? "lead-me-busy" : "lead-me")}</button>
          <button class="button pill door-open" ?disabled=${this.busy} @click=${() => this.lead(true)}>${this.say("door-open")}</button>
          ${failed(this.failure)}
        </div>
      </div>
      ${printedPlan(this, plan)}`;
  }

  /** Nothing can be planned until one wish is dropped. */
  stuck() {
    return html`<div class="plan stuck">
      <header><h1 tabindex="-1">${this.say("clash-nothing")}</h1></header>
      ${clashPart(this, null)} ${failed(this.failure)}
      <p><a href="#/">${this.say("change-answers")}</a></p>
    </div>`;
  }

  /** Breaks and turns, said before anybody lies down. @param {Plan} plan */
  pauses(plan) {
    const turns = plan.routine.steps.filter((step) => step.kind === "turn" && step.duration_s > 0);
    if (turns.length === 0) return nothing;
    return html`<p class="pauses">
      ${turns.map((step) => html`<span>${this.say("plan-pause", { what: opened(step.label, this.evening.locale), time: clockText(step.start_s ?? 0), long: clockText(step.duration_s) })}</span>`)}
    </p>`;
  }

  /** Where both get one: how long for each, and whose plan is looked at. */
  halves() {
    const { both } = this.evening;
    if (!both) return nothing;
    const { minutes_each: minutes, change_s } = both.halves;
    const turns = /** @type {const} */ (["first", "then"]);
    return html`<div class="halves">
      <p>${this.say("both-how", { minutes, change: Math.round(change_s / 60) })}</p>
      <fieldset class="choice">
        <legend class="visually-hidden">${this.say("both-whose")}</legend>
        <div class="segmented">
          ${turns.map(
            (name, turn) =>
              html`<label><input type="radio" name="turn" .checked=${this.desk.turn === turn} @change=${() => this.look(/** @type {0 | 1} */ (turn))} /><span>${this.say(`both-${name}`)}</span></label>`,
          )}
        </div>
      </fieldset>
      ${this.desk.turn === 1 ? html`<p class="soft">${this.say("both-then-how")}</p>` : nothing}
    </div>`;
  }

  /** @param {0 | 1} turn */
  look(turn) {
    this.chosen = null;
    this.desk.look(turn);
  }

  /** @param {Plan} plan */
  ribbon(plan) {
    return html`<section class="ribbon" aria-labelledby="ribbon-title">
      <div class="ribbon-legend label">
        <h2 id="ribbon-title" class="visually-hidden">${this.say("plan-ribbon")}</h2>
        <span>${this.say("plan-wider")}</span>
        <span class="asks">${this.say("plan-asks")}</span>
      </div>
      <plan-ribbon
        .steps=${ribbonSteps(plan, this.evening.locale)}
        orientation=${this.wide ? "horizontal" : "vertical"}
        .selected=${this.chosenIn(plan) ?? -1}
        .labels=${this.ribbonLabels()}
        @step-select=${(/** @type {CustomEvent} */ event) => {
          this.chosen = Number(event.detail.index);
        }}
        >${this.wide ? nothing : html`<div slot="detail">${stepCard(this, plan, this.chosenIn(plan))}</div>`}</plan-ribbon
      >
    </section>`;
  }

  ribbonLabels() {
    const phases = Object.fromEntries(["open", "warm-up", "work", "finish"].map((id) => [id, this.say(`phase-${id}`)]));
    return { list: this.say("plan-ribbon"), ask: this.say("plan-asks"), phases };
  }

  /**
   * Gives the step to show: the one chosen, else the longest of the work, which says most about this plan; a rub too short
   * for work has strokes too.
   *
   * @param {Plan} plan
   * @returns {number | null}
   */
  chosenIn(plan) {
    const { steps } = plan.routine;
    if (this.chosen !== null && this.chosen < steps.length) return this.chosen;
    return steps.reduce((/** @type {number | null} */ best, step, index) => (weight(step) > weight(steps[best ?? -1]) ? index : best), null);
  }

  /** @param {Plan} plan */
  reach(plan) {
    const [first, rest] = [plan.preparations.slice(0, SHOWN), plan.preparations.slice(SHOWN)];
    const rows = (/** @type {Preparation[]} */ some) =>
      html`<ul class="rows" role="list">
        ${some.map((one) => html`<li>${icon(iconOf(one))}<span>${one.text}</span></li>`)}
      </ul>`;
    return html`<section class="reach">
      <h2>${this.say("plan-within-reach")}</h2>
      ${rows(first)}
      ${rest.length > 0
        ? html`<details>
            <summary>${this.say("plan-reach-more", { count: rest.length })}</summary>
            ${rows(rest)}
          </details>`
        : nothing}
    </section>`;
  }

  /**
   * Tries something on the plan, and forgets which step was chosen: the new plan has others.
   *
   * @param {() => Promise<void>} work
   */
  async tryOut(work) {
    this.chosen = null;
    await this.attempt(work);
    await this.keepFocus();
  }

  /** Whoever pressed a button that is gone, or can be pressed no more, goes on from the top of the plan. */
  async keepFocus() {
    await this.updateComplete;
    const { activeElement } = document;
    const lost = activeElement === document.body || (activeElement instanceof HTMLButtonElement && activeElement.disabled);
    if (lost) this.querySelector("h1")?.focus({ preventScroll: true });
  }

  /** @param {boolean} [phone] whether their phone is to join first */
  async lead(phone = false) {
    this.evening.phoneFirst = phone;
    this.busy = true;
    await this.attempt(async () => {
      await this.desk.settled();
      await roomOf(this.evening).speaker.wake();
      await this.evening.open();
      this.go("#/lead");
    });
    this.busy = false;
  }
}

/**
 * @param {RoutineStep | undefined} step
 * @returns {number}
 */
function weight(step) {
  if (step?.kind !== "stroke") return 0;
  return step.phase === "work" ? LONGER_THAN_ANY_S + step.duration_s : step.duration_s;
}

/**
 * @param {Plan} plan
 * @param {string} locale
 */
function ribbonSteps(plan, locale) {
  return plan.routine.steps.map((step, index) => ({
    ...step,
    index,
    label: opened(step.label, locale),
    side_label: step.side === "both" ? "" : step.side_label,
  }));
}

customElements.define("plan-view", PlanView);
