// The one health line of the first page, with neither answer chosen at first.

import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { tick } from "./choices.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Health} from "../types/pages.d.ts" */

/**
 * @param {TonightView} view
 */
export function healthCard(view) {
  const { health } = view.evening.wishes;
  const answer = (/** @type {string} */ answered) =>
    choose(view, { answered: /** @type {Health["answered"]} */ (answered), conditions: [] });
  return html`<section class="card health" aria-labelledby="health-question">
    <p id="health-question"><span class="soft">${view.say("health-question")}</span> ${view.say("health-line")}</p>
    <div class="pair">
      ${["none", "something"].map(
        (one) =>
          html`<button type="button" class="button" aria-pressed=${health.answered === one} @click=${() => answer(health.answered === one ? "unanswered" : one)}>
            ${view.say(`health-${one}`)}
          </button>`,
      )}
    </div>
    ${health.answered === "something" ? which(view, health) : nothing} ${notTonight(view)}
  </section>`;
}

/**
 * @param {TonightView} view
 * @param {Health} health
 */
function which(view, health) {
  return html`<fieldset class="conditions">
    <legend class="label">${view.say("health-which")}</legend>
    ${view.evening.start.health.map((one) =>
      tick({
        label: opened(one.label, view.evening.locale),
        checked: health.conditions.includes(one.id),
        onChange: (checked) => choose(view, { ...health, conditions: toggled(health.conditions, one.id, checked) }),
      }),
    )}
    <p class="label">${view.say("health-other")}</p>
  </fieldset>`;
}

/** @param {TonightView} view */
function notTonight(view) {
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

/**
 * @param {TonightView} view
 * @param {Health} health
 */
function choose(view, health) {
  view.evening.wish({ health });
  if (health.conditions.length > 0) void view.attempt(() => view.evening.checkHealth());
  else view.evening.clearNo();
}

/**
 * @param {string[]} ids
 * @param {string} id
 * @param {boolean} wanted
 * @returns {string[]}
 */
function toggled(ids, id, wanted) {
  return wanted ? [...ids, id] : ids.filter((one) => one !== id);
}
