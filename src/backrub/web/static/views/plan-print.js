// The plan on one page of paper, for a home without a screen: a table that only the printer sees.

import { clockText } from "../lib/clock-text.js";
import { opened } from "../lib/sentence.js";
import { html } from "../vendor/lit.js";

/** @import {PlanView} from "./plan.js" */
/** @import {Plan, RoutineStep} from "../types/pages.d.ts" */

/**
 * @param {PlanView} view
 * @param {Plan} plan
 */
export function printedPlan(view, plan) {
  return html`<section class="printed" aria-hidden="true">
    <h1>${plan.title}</h1>
    <p>${plan.summary}</p>
    <p>${plan.preparations.map((one) => one.text).join(" · ")}</p>
    <table>
      <thead>
        <tr>
          ${["time", "what", "where", "how"].map((name) => html`<th>${view.say(`plan-table-${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${plan.routine.steps.map((step) => row(step, view.evening.locale))}
      </tbody>
    </table>
    ${plan.notes.map((text) => html`<p>${text}</p>`)}
  </section>`;
}

/**
 * @param {RoutineStep} step
 * @param {string} locale
 */
function row(step, locale) {
  return html`<tr>
    <td>${clockText(step.start_s ?? 0)}</td>
    <td>${opened(step.label, locale)}</td>
    <td>${[step.area_label, step.side_label].filter(Boolean).join(", ")}</td>
    <td>${step.pressure_words}</td>
  </tr>`;
}
