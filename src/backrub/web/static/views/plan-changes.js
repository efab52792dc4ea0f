// What a change has changed: the minutes of each place before and now, with reasons; for eyes and for ears.

import { clockText } from "../lib/clock-text.js";
import { opened } from "../lib/sentence.js";
import { html, nothing, styleMap } from "../vendor/lit.js";
import { Impossible } from "../models/plan-desk.js";
import { failed } from "./choices.js";

/** @import {PlanView} from "./plan.js" */
/** @import {Changes} from "../models/plan-desk.js" */
/** @import {ShareJson} from "../types/wire.d.ts" */

/** @param {PlanView} view */
export function changesPart(view) {
  const { desk } = view;
  return html`<p class="visually-hidden" aria-live="polite">${told(view)}</p>
    ${desk.alone ? html`<p class="wash" role="status">${view.say("changes-no-other")}</p>` : nothing}
    ${failed(desk.failure === null ? "" : reasonOf(view, desk.failure))}
    ${desk.changes
      ? html`<section class="changes card" aria-labelledby="changes-title">
          <h2 id="changes-title">${view.say("changes-title")}</h2>
          ${desk.changes.shares.every((share) => share.before_s === share.after_s) ? html`<p>${view.say("changes-none")}</p>` : table(view, desk.changes)}
          ${news(view, "changes-comes", desk.changes.comes)} ${news(view, "changes-goes", desk.changes.goes)}
          <button class="button pill" data-change="back" @click=${() => view.tryOut(() => desk.putBack())}>${view.say("changes-back")}</button>
        </section>`
      : nothing}`;
}

/**
 * @param {PlanView} view
 * @param {Changes} changes
 */
function table(view, { shares }) {
  const most_s = Math.max(...shares.map((share) => Math.max(share.before_s, share.after_s)));
  return html`<table>
    <thead>
      <tr>
        ${["where", "before", "now"].map((name) => html`<th scope="col">${view.say(`changes-${name}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${shares.map((share) => row(view, share, most_s))}
    </tbody>
  </table>`;
}

/**
 * @param {PlanView} view
 * @param {ShareJson} share
 * @param {number} most_s
 */
function row(view, share, most_s) {
  const moved = share.after_s !== share.before_s;
  const bar = (/** @type {number} */ seconds) => styleMap({ "--share": String(seconds / most_s) });
  return html`<tr class=${moved ? "moved" : ""}>
    <th scope="row">
      ${opened(share.label, view.evening.locale)} ${moved && share.why ? html`<small class="soft">${share.why}</small>` : nothing}
    </th>
    <td>${share.before_s ? clockText(share.before_s) : "–"}</td>
    <td>${share.after_s ? clockText(share.after_s) : "–"}<span class="bars" aria-hidden="true"><i class="was" style=${bar(share.before_s)}></i><i class="is" style=${bar(share.after_s)}></i></span></td>
  </tr>`;
}

/**
 * @param {PlanView} view
 * @param {string} title
 * @param {string[]} texts
 */
function news(view, title, texts) {
  if (texts.length === 0) return nothing;
  return html`<p class="comes"><span class="soft">${view.say(title)}</span> ${texts.map((text) => opened(text, view.evening.locale)).join(" · ")}</p>`;
}

/** Says aloud what the last change came to: the length, and what moved most. @param {PlanView} view */
function told(view) {
  const { desk } = view;
  if (desk.busy || !desk.plan || !desk.changes) return "";
  const moved = desk.changes.shares.filter((share) => share.after_s !== share.before_s);
  const [most] = moved.toSorted((a, b) => Math.abs(b.after_s - b.before_s) - Math.abs(a.after_s - a.before_s));
  if (!most) return view.say("changes-none");
  return view.say("changes-told", { title: desk.plan.title, place: most.label, before: clockText(most.before_s), now: clockText(most.after_s) });
}

/**
 * @param {PlanView} view
 * @param {unknown} error
 */
function reasonOf(view, error) {
  if (error instanceof TypeError) return view.say("failed-no-server");
  if (error instanceof Impossible) return view.say("changes-impossible", { why: error.message });
  return String(/** @type {Error} */ (error).message);
}
