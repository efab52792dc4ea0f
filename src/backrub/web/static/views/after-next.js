// For next time: what a kept session taught, in words that can be corrected; on a card that is kept only if somebody says so.

import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { learntList, saving } from "./card-learnt.js";

/** @import {AfterView} from "./after.js" */
/** @import {CardDesk} from "../models/card-desk.js" */
/** @import {CardInUse, RoutineStep} from "../types/pages.d.ts" */

/** A rest is not a stroke that one likes more than another. */
const RESTS = new Set(["resting-hands"]);

/**
 * The strokes of tonight, each once, as people call them.
 *
 * @param {RoutineStep[]} steps
 * @returns {{id: string, label: string}[]}
 */
export function strokesOf(steps) {
  const named = steps.flatMap((step) => (step.kind === "stroke" && step.technique && step.label && !RESTS.has(step.technique) ? [[step.technique, step.label]] : []));
  return Object.entries(Object.fromEntries(named)).map(([id, label]) => ({ id, label }));
}

/** @param {AfterView} view @param {CardDesk} desk */
export function nextTime(view, desk) {
  const { open } = desk;
  if (!open) return nothing;
  return html`<section class="next" aria-labelledby="next-title">
    <h2 id="next-title" tabindex="-1">${view.say("after-next")}</h2>
    <p class="soft">${said(view, desk, open)}</p>
    <div aria-live="polite">
      ${open.shown.learnt.length > 0
        ? learntList(view, open.shown.learnt, (what) => void view.attempt(() => desk.say(what)))
        : html`<p>${view.say("after-learnt-none")}</p>`}
    </div>
    ${liked(view, desk)} ${open.id ? nothing : desk.keeps ? keeping(view, desk, open) : saving(view, open.shown.text)}
    <p><a href="#/card">${view.say(open.id ? "after-card-look" : "after-cards")}</a></p>
  </section>`;
}

/** @param {AfterView} view @param {CardDesk} desk @param {CardInUse} open */
function said(view, desk, open) {
  if (open.id) return view.say("after-on-card", { name: open.name });
  return view.say(desk.keeps ? "after-no-card" : "after-no-card-here");
}

/** @param {AfterView} view @param {CardDesk} desk */
function liked(view, desk) {
  if (view.strokes.length === 0) return nothing;
  return html`<div class="liked" role="group" aria-labelledby="liked-title">
    <p id="liked-title" class="soft">${view.say("after-liked-which")}</p>
    <div class="pills">
      ${view.strokes.map(
        ({ id, label }) =>
          html`<button type="button" class="button pill" aria-pressed=${view.liked.has(id)} @click=${() => like(view, desk, id)}>
            ${opened(label, view.evening.locale)}
          </button>`,
      )}
    </div>
  </div>`;
}

/** @param {AfterView} view @param {CardDesk} desk @param {string} technique */
function like(view, desk, technique) {
  if (view.liked.has(technique)) return;
  view.liked = new Set([...view.liked, technique]);
  void view.attempt(() => desk.say({ said: "liked", technique }));
}

/** @param {AfterView} view @param {CardDesk} desk @param {CardInUse} open */
function keeping(view, desk, open) {
  return html`<form
    class="keeping"
    @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      void view.attempt(async () => {
        await desk.keep();
        view.querySelector("h2")?.focus();
      });
    }}
  >
    <label class="field"
      ><span class="soft">${view.say("card-name")}</span
      ><input
        type="text"
        maxlength="40"
        autocomplete="off"
        .value=${open.name}
        @input=${(/** @type {Event} */ event) => void desk.rename(/** @type {HTMLInputElement} */ (event.target).value)}
    /></label>
    <button class="button" ?disabled=${!open.name.trim()}>${view.say("after-card-keep")}</button>
  </form>`;
}
