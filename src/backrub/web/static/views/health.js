// The whole health screen: plain questions in a few groups, each saying at once what follows. Nothing of it is kept.

import { answered, toggled } from "../lib/screen.js";
import { html, nothing } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { question, refusal } from "./health-parts.js";
import { PageView } from "./page-view.js";

/** @import {Health} from "../types/pages.d.ts" */
/** @import {GroupJson} from "../types/wire.d.ts" */

/** The page of the health questions. */
export class HealthView extends PageView {
  constructor() {
    super();
    /** What the health line said before anything was ticked here. @type {Health["answered"]} */
    this.untouched = "unanswered";
  }

  connectedCallback() {
    super.connectedCallback();
    const { answered, conditions } = this.evening.wishes.health;
    this.untouched = conditions.length > 0 ? "something" : answered;
    void this.attempt(() => this.evening.loadScreen());
  }

  render() {
    const { notTonight, screen, wishes } = this.evening;
    const some = wishes.health.conditions.length > 0;
    return html`<div class="intake">
      <header>
        <h1>${this.say("health-label")}</h1>
        <p class="intro soft">${this.say("health-lead")}</p>
      </header>
      ${refusal(this)} ${failed(this.failure)}
      <div class="columns">${(screen?.groups ?? []).map((group) => this.group(group))}</div>
      <div class="bar">
        ${notTonight ? html`<p class="no">${this.say(notTonight.emergency ? "not-tonight-emergency" : "not-tonight-title")}</p>` : nothing}
        ${some || notTonight
          ? html`<a class="button main" href="#/">${this.say("intake-done")}</a>`
          : html`<button class="button main" ?disabled=${!screen} @click=${() => this.none()}>${this.say("health-none-of-these")}</button>`}
        ${some ? nothing : html`<a class="button quiet" href="#/">${this.say("health-leave")}</a>`}
      </div>
    </div>`;
  }

  /** @param {GroupJson} group */
  group(group) {
    const { screen, wishes } = this.evening;
    const rows = answered(screen, wishes.health.conditions);
    return html`<fieldset class="group" data-group=${group.id}>
      <legend>${group.label}</legend>
      ${group.conditions.map((one) =>
        question(this, one, rows.find((row) => row.id === one.id), (checked) => this.choose(one.id, checked)),
      )}
    </fieldset>`;
  }

  /** @param {string} id @param {boolean} checked */
  choose(id, checked) {
    const conditions = toggled(this.evening.wishes.health.conditions, id, checked);
    this.evening.answer({ answered: conditions.length > 0 ? "something" : this.untouched, conditions });
  }

  none() {
    this.evening.answer({ answered: "none", conditions: [] });
    this.go("#/");
  }
}

customElements.define("health-view", HealthView);
