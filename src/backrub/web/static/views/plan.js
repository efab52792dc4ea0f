// The plan: its ribbon, the step that was chosen, what to have within reach, and the sound before hands are oily.

import "../elements/plan-ribbon.js";
import { icon } from "../elements/icons.js";
import { iconOf } from "../lib/preparing.js";
import { opened } from "../lib/sentence.js";
import { CHANGES, changed } from "../lib/wishes.js";
import { roomOf } from "../models/room.js";
import { textOf } from "../models/texts.js";
import { html, nothing } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";
import { printedPlan } from "./plan-print.js";
import { stepCard } from "./plan-step.js";
import { soundCheck } from "./sound-check.js";

/** @import {Plan, Preparation, RoutineStep} from "../types/pages.d.ts" */

/** How many preparations are shown before the fold. */
const SHOWN = 5;

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
  }

  connectedCallback() {
    super.connectedCallback();
    this.query.addEventListener("change", this.onWide);
    roomOf(this.evening).speaker.addEventListener("change", this.onEvening);
  }

  disconnectedCallback() {
    this.query.removeEventListener("change", this.onWide);
    roomOf(this.evening).speaker.removeEventListener("change", this.onEvening);
    super.disconnectedCallback();
  }

  /** @returns {unknown} */
  render() {
    const { plan } = this.evening;
    if (!plan) return nothing;
    return html`<div class="plan">
        <header>
          <h1>${plan.title}</h1>
          <p class="soft">${plan.summary}</p>
        </header>
        ${this.ribbon(plan)} ${this.wide ? stepCard(this, plan, this.chosenIn(plan)) : nothing} ${this.reach(plan)} ${this.news(plan)} ${this.change()}
        ${soundCheck(this)}
        <div class="go">
          <button class="button main" ?disabled=${this.busy} @click=${() => this.lead()}>${this.say(this.busy ? "lead-me-busy" : "lead-me")}</button>
          <button class="button pill door-open" ?disabled=${this.busy} @click=${() => this.lead(true)}>${this.say("door-open")}</button>
          ${failed(this.failure)}
        </div>
      </div>
      ${printedPlan(this, plan)}`;
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
   * Gives the step to show: the one chosen, else the longest of the work, which says most about this plan.
   *
   * @param {Plan} plan
   * @returns {number | null}
   */
  chosenIn(plan) {
    const { steps } = plan.routine;
    if (this.chosen !== null && this.chosen < steps.length) return this.chosen;
    const longest = steps.reduce((/** @type {number | null} */ best, step, index) => (weight(step) > weight(steps[best ?? -1]) ? index : best), null);
    return longest;
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

  /** @param {Plan} plan */
  news(plan) {
    const lists = [
      { title: "plan-gave-way", texts: plan.gave_way },
      { title: "plan-left-out", texts: plan.left_out },
      { title: "plan-notes", texts: plan.notes },
      { title: "plan-more", texts: plan.with_five_more ? [plan.with_five_more] : [] },
    ].filter((list) => list.texts.length > 0);
    if (lists.length === 0) return nothing;
    return html`<section class="news">
      ${lists.map(
        (list) =>
          html`<h3>${this.say(list.title)}</h3>
            <ul>
              ${list.texts.map((text) => html`<li>${text}</li>`)}
            </ul>`,
      )}
    </section>`;
  }

  change() {
    return html`<section class="change">
      <h2 class="label">${this.say("plan-change")}</h2>
      <div class="pills">
        ${CHANGES.map((one) => {
          const wishes = changed(this.evening.wishes, one);
          return html`<button class="button pill" ?disabled=${wishes === null || this.busy} @click=${() => wishes && this.replan(wishes)}>${this.say(`change-${one}`)}</button>`;
        })}
        <a class="button pill" href="#/">${this.say("change-answers")}</a>
      </div>
      <h2 class="label">${this.say("plan-take")}</h2>
      <div class="pills">
        <button class="button pill" data-take="text" @click=${() => this.asText()}>${this.say("take-text")}</button>
        <button class="button pill" @click=${() => this.download()}>${this.say("take-json")}</button>
        <button class="button pill" @click=${() => window.print()}>${this.say("take-print")}</button>
      </div>
    </section>`;
  }

  /** @param {import("../types/pages.d.ts").Wishes} wishes */
  async replan(wishes) {
    this.busy = true;
    await this.attempt(async () => {
      this.chosen = null;
      if (!(await this.evening.makePlan(wishes))) this.go("#/");
    });
    this.busy = false;
  }

  /** Opens the plan where it can be read, changed and saved as text. */
  async asText() {
    await this.attempt(async () => {
      this.evening.draft = await textOf(this.evening.plan?.routine);
      this.go("#/routine");
    });
  }

  download() {
    const plan = this.evening.plan;
    if (!plan) return;
    const text = new Blob([`${JSON.stringify(plan.routine, null, 2)}\n`], { type: "application/json" });
    const url = URL.createObjectURL(text);
    Object.assign(document.createElement("a"), { href: url, download: "backrub.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  /** @param {boolean} [phone] whether their phone is to join first */
  async lead(phone = false) {
    this.evening.phoneFirst = phone;
    this.busy = true;
    await this.attempt(async () => {
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
  return step?.phase === "work" && step.kind === "stroke" ? step.duration_s : 0;
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
