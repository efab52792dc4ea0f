// The moments around the strokes: getting ready, hands resting, stop, sound asked for, a session that is over.

import { icon } from "../elements/icons.js";
import { iconOf } from "../lib/preparing.js";
import { html, nothing } from "../vendor/lit.js";
import { doorButton } from "./lead-door.js";
import { caption, topLine } from "./lead-running.js";

/** @import {LeadView} from "./lead.js" */

/** @param {LeadView} view */
export function preparing(view) {
  const { plan } = view.evening;
  return html`<section class="moment preparing">
    <p class="where">${view.say("lead-preparing")}</p>
    ${caption(view)}
    ${plan
      ? html`<ul class="rows checklist" role="list" tabindex="0">
          ${plan.preparations.map((one) => html`<li>${icon(iconOf(one))}<span>${one.text}</span></li>`)}
        </ul>`
      : nothing}
    ${view.leading.status === "preparing"
      ? html`<button class="panel ready" data-kind="ready" @click=${() => view.ask({ kind: "ready" })}>
          <strong>${view.say("lead-ready")}</strong><span>${view.say("lead-ready-how")}</span>
        </button>`
      : html`<p class="panel ready" role="status">${view.say("loading")}</p>`}
    ${doorButton(view)}
  </section>`;
}

/** @param {LeadView} view */
export function paused(view) {
  return html`${topLine(view)}
    <section class="moment resting">
      <p class="one-thing">${view.say("pause-title")}</p>
      <p class="how">${view.say("pause-how")}</p>
      <p class="visually-hidden" aria-live="polite">${view.caption()}</p>
      <button class="panel ready" data-kind="resume" @click=${() => view.ask({ kind: "resume" })}>
        <strong>${view.say("pause-resume")}</strong><span>${view.say("pause-resume-how")}</span>
      </button>
      <div class="their-words">
        <button class="word" data-kind="stop" @click=${() => view.ask({ kind: "stop" })}>${view.say("word-stop")}</button>
        <button class="word more" aria-haspopup="dialog" aria-label=${view.say("more-open")} @click=${() => view.show("drawer")}>···</button>
      </div>
    </section>`;
}

/** Hands away, and then nothing: the whole screen waits, black. @param {LeadView} view */
export function stopped(view) {
  if (view.leading.untouched) return stoppedBefore(view);
  const resting = view.leading.view?.resting;
  return html`<button class="moment stopped" @click=${() => view.leave()}>
    <span class="one-thing" role="alert">${view.say(resting ? "pause-title" : "stop-title")}</span>
    <span class="how soft">${view.say(resting ? "pause-how" : "stop-how")}</span>
  </button>`;
}

/** Before the first touch nobody has anything to leave: a stop made by a slip costs one tap. @param {LeadView} view */
function stoppedBefore(view) {
  return html`<section class="moment stopped before">
    <p class="one-thing" role="alert">${view.say("stop-before")}</p>
    <button class="panel ready" data-kind="resume" @click=${() => view.ask({ kind: "resume" })}>
      <strong>${view.say("stop-before-resume")}</strong><span>${view.say("stop-before-resume-how")}</span>
    </button>
    <button class="word" @click=${() => view.leave()}>${view.say("stop-before-end")}</button>
  </section>`;
}

/** @param {LeadView} view */
export function gone(view) {
  return html`<section class="moment resting">
    <p class="how" role="alert">${view.say("connection-gone")}</p>
    <button class="button" @click=${() => view.abandon()}>${view.say("back-to-start")}</button>
  </section>`;
}

/** After a reload no sound may be made until somebody touches something; words and time go on below, and stop is stop.
 * @param {LeadView} view */
export function overlay(view) {
  return html`<section class="sound-overlay">
    <button class="wake" @click=${() => void view.leading.wake()}>
      <span class="one-thing">${view.say("sound-press-any")}</span>
      <span class="how">${view.say("sound-press-any-how")}</span>
      <span class="how caption-below" aria-hidden="true">${view.caption()}</span>
    </button>
    <button class="word" data-kind="stop" @click=${() => view.ask({ kind: "stop" })}>${view.say("word-stop")}</button>
  </section>`;
}
