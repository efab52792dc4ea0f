// One tap each: shorter, longer, firmer, another plan, both get one; and the ways to take a plan along.

import { CHANGES, changed } from "../lib/wishes.js";
import { textOf } from "../models/texts.js";
import { html, nothing } from "../vendor/lit.js";

/** @import {PlanView} from "./plan.js" */

/** @param {PlanView} view */
export function changePart(view) {
  const { desk } = view;
  return html`<h2 class="label">${view.say("plan-change")}</h2>
    <div class="pills">
      ${CHANGES.map((one) => {
        const wishes = changed(desk.wishes, one);
        return html`<button class="button pill" ?disabled=${wishes === null || view.busy} @click=${() => wishes && view.tryOut(() => desk.try(wishes))}>${view.say(`change-${one}`)}</button>`;
      })}
      <button class="button pill" data-change="surprise" ?disabled=${view.busy} @click=${() => view.tryOut(() => desk.surprise())}>${view.say("change-surprise")}</button>
      ${desk.wishes.seed === 0 ? nothing : html`<button class="button pill" data-change="best" @click=${() => take(view, 0)}>${view.say("plan-best")}</button>`}
      ${both(view)}
      <a class="button pill" href="#/">${view.say("change-answers")}</a>
    </div>`;
}

/** @param {PlanView} view */
export function takePart(view) {
  return html`<h2 class="label">${view.say("plan-take")}</h2>
    <div class="pills">
      <button class="button pill" data-take="text" @click=${() => asText(view)}>${view.say("take-text")}</button>
      <button class="button pill" @click=${() => download(view)}>${view.say("take-json")}</button>
      <button class="button pill" @click=${() => window.print()}>${view.say("take-print")}</button>
    </div>`;
}

/** @param {PlanView} view */
function both(view) {
  const shared = view.evening.both !== null;
  const name = shared ? "change-alone" : "change-both";
  return html`<button class="button pill" data-change="both" ?disabled=${view.busy} @click=${() => view.tryOut(() => view.desk.share(!shared))}>${view.say(name)}</button>`;
}

/** The number by which this plan can be had again. @param {PlanView} view */
export function numberPart(view) {
  const { seed } = view.desk.wishes;
  return html`<div class="seed">
    <label
      ><span>${view.say("plan-number")}</span>
      <input
        type="number"
        inputmode="numeric"
        min="0"
        max="2147483647"
        step="1"
        .value=${String(seed)}
        aria-describedby="seed-how"
        @change=${(/** @type {Event} */ event) => choose(view, /** @type {HTMLInputElement} */ (event.target))}
    /></label>
    <p class="soft smallest" id="seed-how">${view.say("plan-number-how")}</p>
  </div>`;
}

/**
 * @param {PlanView} view
 * @param {HTMLInputElement} field
 */
function choose(view, field) {
  if (field.value !== "" && field.checkValidity()) void take(view, Number(field.value));
  else field.value = String(view.desk.wishes.seed);
}

/**
 * @param {PlanView} view
 * @param {number} seed
 */
function take(view, seed) {
  return view.tryOut(() => view.desk.try({ ...view.desk.wishes, seed }));
}

/** Opens the plan where it can be read, changed and saved as text. @param {PlanView} view */
async function asText(view) {
  await view.attempt(async () => {
    view.evening.draft = await textOf(view.desk.plan?.routine);
    view.go("#/routine");
  });
}

/** @param {PlanView} view */
function download(view) {
  const { plan } = view.desk;
  if (!plan) return;
  const text = new Blob([`${JSON.stringify(plan.routine, null, 2)}\n`], { type: "application/json" });
  const url = URL.createObjectURL(text);
  Object.assign(document.createElement("a"), { href: url, download: "backrub.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
