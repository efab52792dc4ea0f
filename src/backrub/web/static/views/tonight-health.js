// The one health line of the first page, with neither answer chosen at first; "something" leads on into the whole screen.

import { answered, asked, toggled } from "../lib/screen.js";
import { html, nothing } from "../vendor/lit.js";
import { question, refusal } from "./health-parts.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Health} from "../types/pages.d.ts" */

/** @param {TonightView} view */
export function healthCard(view) {
  const { health } = view.evening.wishes;
  const choose = (/** @type {string} */ one) => {
    const answered = /** @type {Health["answered"]} */ (health.answered === one ? "unanswered" : one);
    view.evening.answer({ answered, conditions: [] });
    if (answered === "something") void view.attempt(() => view.evening.loadScreen());
  };
  return html`<section class="card health" aria-labelledby="health-question">
    <p id="health-question"><span class="soft">${view.say("health-question")}</span> ${view.say("health-line")}</p>
    <div class="pair">
      ${["none", "something"].map(
        (one) =>
          html`<button type="button" class="button" aria-pressed=${health.answered === one} @click=${() => choose(one)}>
            ${view.say(`health-${one}`)}
          </button>`,
      )}
    </div>
    ${health.answered === "something" ? which(view, health) : nothing} ${refusal(view)}
  </section>`;
}

/**
 * @param {TonightView} view
 * @param {Health} health
 */
function which(view, health) {
  const { screen, start } = view.evening;
  const rows = answered(screen, health.conditions);
  const answer = (/** @type {string} */ id, /** @type {boolean} */ checked) =>
    view.evening.answer({ ...health, conditions: toggled(health.conditions, id, checked) });
  return html`<fieldset class="conditions">
      <legend class="label">${view.say("health-which")}</legend>
      ${asked(screen, start.health, health.conditions).map((one) =>
        question(view, one, rows.find((row) => row.id === one.id), (checked) => answer(one.id, checked)),
      )}
    </fieldset>
    <p class="label">${view.say("health-other")}</p>
    <a class="button pill" href="#/health">${view.say("health-all")}</a>`;
}
