// The card of one step: where it is on the back, how long, how firm, and why.

import "../elements/back-map.js";
import { clockText } from "../lib/clock-text.js";
import { mapLabels } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { marked } from "../lib/wishes.js";
import { html, nothing } from "../vendor/lit.js";

/** @import {PlanView} from "./plan.js" */
/** @import {Plan} from "../types/pages.d.ts" */

/**
 * @param {PlanView} view
 * @param {Plan} plan
 * @param {number | null} index
 */
export function stepCard(view, plan, index) {
  const step = index === null ? undefined : plan.routine.steps[index];
  if (!step) return html`<section class="card step"><p class="soft">${view.say("plan-choose")}</p></section>`;
  const from_s = step.start_s ?? 0;
  const current = step.area ? { area: step.area, side: step.side, technique: step.technique } : null;
  const map = html`<back-map mode="show" .atlas=${view.evening.atlas} .labels=${mapLabels(view.evening.say)} .wishes=${marked(view.evening.wishes)} .current=${current}></back-map>`;
  return html`<section class=${current ? "card step" : "card step placeless"} aria-live="polite">
    ${current ? map : nothing}
    <div>
      <h2>${opened(step.label, view.evening.locale)}</h2>
      <p class="soft">${[step.area_label, step.side_label].filter(Boolean).join(" · ")}</p>
      <p>
        ${view.say("plan-time", { from: clockText(from_s), to: clockText(from_s + step.duration_s) })}
        <span class="soft">${step.pressure_words}</span>
      </p>
      ${step.why ? html`<hr /><h3 class="why">${view.say("plan-why")}</h3><p>${step.why}</p>` : nothing}
      ${current ? html`<p class="soft label">${view.say("map-patterns")}</p>` : nothing}
    </div>
  </section>`;
}
