// What there is to say about a plan: what clashes and can be dropped, what gave way, what was left out, what is a guess.

import { LEAST_FOR_TWO } from "../lib/both.js";
import { without } from "../lib/what-if.js";
import { html, nothing } from "../vendor/lit.js";

/** @import {PlanView} from "./plan.js" */
/** @import {Plan, Wishes} from "../types/pages.d.ts" */
/** @import {AskedJson} from "../types/wire.d.ts" */

/**
 * Wishes that cannot all be had, each with a tap that drops it.
 *
 * @param {PlanView} view
 * @param {Plan | null} plan null where there can be none before something is dropped
 */
export function clashPart(view, plan) {
  const { clash } = view.evening;
  const asked = plan ? view.desk.clash : (clash?.asked ?? []);
  if (asked.length === 0 && plan) return nothing;
  return html`<section class="clash wash" aria-labelledby="clash-title">
    <h2 id="clash-title">${view.say("clash-title")}</h2>
    <p>${why(view, plan, asked)}</p>
    <ul class="pills" role="list">
      ${asked.map((one) => html`<li><button class="button pill" data-drop=${one.field} ?disabled=${view.busy} @click=${() => drop(view, plan, one)}>${view.say("clash-drop", { wish: one.text })}</button></li>`)}
      ${plan || asked.length > 0 ? nothing : tooShortForTwo(view)}
    </ul>
  </section>`;
}

/**
 * @param {PlanView} view
 * @param {Plan | null} plan
 * @param {AskedJson[]} asked
 */
function why(view, plan, asked) {
  const count = asked.length > 1 ? "many" : "one";
  if (plan) return view.say(`clash-${count}`);
  if (asked.length > 0) return view.say(`clash-none-${count}`);
  return `${view.say("clash-short-for-two", { minutes: view.evening.wishes.minutes })} ${view.say("clash-only-one")}`;
}

/**
 * @param {PlanView} view
 * @param {Plan | null} plan
 * @param {AskedJson} asked
 */
async function drop(view, plan, asked) {
  const { evening, desk } = view;
  if (plan) {
    await view.tryOut(() => desk.try(without(desk.wishes, asked, evening.start.defaults)));
    return;
  }
  await again(view, without(evening.wishes, asked, evening.start.defaults));
}

/** Too short for two: a little longer, or only one. @param {PlanView} view */
function tooShortForTwo(view) {
  const { wishes } = view.evening;
  return html`<li><button class="button pill" @click=${() => again(view, { ...wishes, minutes: LEAST_FOR_TWO })}>${view.say("tonight-minutes-value", { minutes: LEAST_FOR_TWO })}</button></li>
    <li><button class="button pill" @click=${() => again(view, { ...wishes, swap: false })}>${view.say("change-alone")}</button></li>`;
}

/**
 * Begins anew with wishes that leave something to plan.
 *
 * @param {PlanView} view
 * @param {Wishes} wishes
 */
async function again(view, wishes) {
  await view.attempt(async () => {
    if (!(await view.evening.makePlan(wishes))) view.go("#/");
    else view.desk.look();
  });
  await view.keepFocus();
}

/**
 * @param {PlanView} view
 * @param {Plan} plan
 */
export function newsPart(view, plan) {
  const lists = [
    { title: "plan-gave-way", texts: plan.gave_way },
    { title: "plan-left-out", texts: plan.left_out },
    { title: "plan-notes", texts: plan.notes },
    { title: "plan-more", texts: plan.with_five_more ? [plan.with_five_more] : [] },
  ].filter((list) => list.texts.length > 0);
  return html`<section class="news">
    ${lists.map(
      (list) =>
        html`<h3>${view.say(list.title)}</h3>
          <ul>
            ${list.texts.map((text) => html`<li>${text}</li>`)}
          </ul>`,
    )}
    ${guesses(view, plan)}
  </section>`;
}

/**
 * @param {PlanView} view
 * @param {Plan} plan
 */
function guesses(view, plan) {
  if (plan.guesses.length === 0) return nothing;
  return html`<details class="guesses">
    <summary>${view.say("plan-guesses")}</summary>
    <ul>
      ${plan.guesses.map((text) => html`<li>${text}</li>`)}
    </ul>
    <p class="soft">${view.say("plan-no-guess")}</p>
  </details>`;
}
