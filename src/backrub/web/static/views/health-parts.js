// A health question with its answer: a tick, and once it is set what follows and why; and the word that there is no rub today.

import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { tick } from "./choices.js";

/** @import {PageView} from "./page-view.js" */
/** @import {ConditionJson} from "../types/wire.d.ts" */

/**
 * One question. What follows is told below it, for ears as for eyes.
 *
 * @param {PageView} view
 * @param {{id: string, label: string}} one
 * @param {ConditionJson | undefined} row the same question on the screen, once that is there
 * @param {(checked: boolean) => void} onChange
 */
export function question(view, one, row, onChange) {
  const { conditions } = view.evening.wishes.health;
  const checked = conditions.includes(one.id);
  return html`<div class="question" data-condition=${one.id}>
    ${tick({ label: opened(one.label, view.evening.locale), checked, onChange })}
    <div aria-live="polite">${checked && row ? told(view, row) : nothing}</div>
  </div>`;
}

/** @param {PageView} view @param {ConditionJson} row */
function told(view, row) {
  return html`<p class="says">
    ${row.actions.map((action) => html`<b class="action" data-action=${action.id}>${opened(action.label, view.evening.locale)}</b> `)}
    <span>${row.says}</span>
  </p>`;
}

/** Why there is no rub today, said before anything else. @param {PageView} view */
export function refusal(view) {
  const no = view.evening.notTonight;
  return html`<div aria-live="assertive">
    ${no
      ? html`<div class="wash not-tonight">
          <h3>${view.say(no.emergency ? "not-tonight-emergency" : "not-tonight-title")}</h3>
          ${no.texts.map((text) => html`<p>${text}</p>`)}
        </div>`
      : nothing}
  </div>`;
}
