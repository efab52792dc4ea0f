// Hands on: where, the one thing, how; the map; time left; stay and next; the receiver's words.

import { facingFrom } from "../lib/facing.js";
import { nextWords, pressureWord, whereOf } from "../lib/lead-words.js";
import { clockText } from "../lib/clock-text.js";
import { mapLabels } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { phoneWords } from "./lead-door.js";

/** @import {LeadView} from "./lead.js" */

const WORDS = ["softer", "just-right", "firmer", "stop"];

/** @param {LeadView} view */
export function running(view) {
  return html`${leadMap(view)} ${words(view)} ${pauseRegion(view)} ${topLine(view)} ${theirWords(view)} ${panels(view)}`;
}

/** Tapping anywhere above the words of the receiver rests the hands. @param {LeadView} view */
export function pauseRegion(view) {
  return html`<button class="pause-region" aria-label=${view.say("lead-pause")} @click=${() => view.ask({ kind: "pause" })}></button>`;
}

/**
 * @param {LeadView} view
 * @param {{frame: number[], spot: {x_mm: number, y_mm: number}} | null} held the part of the back round a hand that keeps still
 */
export function leadMap(view, held = null) {
  const { leading } = view;
  const position = leading.position();
  const step = leading.stepOf(position?.step ?? null);
  const current = step?.area ? { area: step.area, side: step.side, technique: step.technique, spot: held?.spot ?? null } : null;
  return html`<back-map
    class="map"
    mode="lead"
    theme="candle"
    ?soft=${held !== null}
    ?you=${held === null}
    facing=${facingFrom(step?.place, leading.giverSideAt(position?.step ?? null))}
    .frame=${held?.frame ?? "auto"}
    .atlas=${leading.plan?.atlas}
    .labels=${{ ...mapLabels(leading.evening.say), map: view.say("lead-map") }}
    .current=${current}
    .path=${leading.warming ? null : leading.pathOf(position?.step ?? null)}
  ></back-map>`;
}

/** @param {LeadView} view */
function words(view) {
  const { leading } = view;
  const position = leading.position();
  const step = leading.stepOf(position?.step ?? null);
  const pressure = position?.pressure ?? 0;
  const asking = leading.view?.asking?.text;
  return html`<section class="words">
    <p class="where">${opened(whereOf(leading.evening.say, step, leading.giverSideAt(position?.step ?? null)), leading.evening.locale)}</p>
    <p class="one-thing">${opened(leading.warming ? view.say("lead-again") : step?.label, leading.evening.locale)}</p>
    <div class="how-row">
      ${caption(view)}
      <pressure-bars class="bars" .value=${pressure} .word=${pressureWord(leading.evening.say, pressure)} label=${view.say("lead-pressure")}></pressure-bars>
    </div>
    ${asking && asking !== view.caption() ? html`<p class="asking">${asking}</p>` : nothing}
  </section>`;
}

/** Every word that is said can be read. @param {LeadView} view */
export function caption(view) {
  return html`<p class="how" aria-live="polite" aria-atomic="true">${view.caption()}</p>`;
}

/** @param {LeadView} view */
export function topLine(view) {
  const { leading } = view;
  const remaining_s = leading.position()?.remaining_s ?? 0;
  const lost = leading.client.connection === "lost";
  return html`<p class="top-line">
    <span>${view.say("lead-left", { time: clockText(remaining_s) })}</span>
    <span role="status">${leading.refusal || (lost ? html`<span title=${view.say("connection-lost-how")}>${view.say("connection-lost")}</span>` : phoneWords(view))}</span>
  </p>`;
}

/** @param {LeadView} view */
export function theirWords(view) {
  const asking = Boolean(view.leading.view?.asking);
  return html`<div class="their-words" role="group" aria-label=${view.say("their-words")} ?data-asking=${asking}>
    ${WORDS.map((word) => html`<button class="word" data-kind=${word} @click=${() => view.ask({ kind: word })}>${view.say(`word-${word}`)}</button>`)}
    <button class="word more" aria-haspopup="dialog" aria-label=${view.say("more-open")} @click=${() => view.show("drawer")}>···</button>
  </div>`;
}

/** @param {LeadView} view */
function panels(view) {
  const { leading } = view;
  const position = leading.position();
  const now = position?.step ?? null;
  const next = leading.indexAfter(now);
  return html`<div class="panels halves">
      <button class="panel" data-kind="stay" @click=${() => view.ask({ kind: "stay" })}>
        <strong>${view.say("lead-stay")}</strong><span>${view.say("lead-stay-how")}</span>
      </button>
      <button class="panel" data-kind="next" @click=${() => view.ask({ kind: "next" })}>
        <strong>${view.say("lead-next")}</strong><span>${nextWords(leading.evening.say, leading.stepOf(next), leading.giverSideAt(next), leading.stepOf(now))}</span>
      </button>
    </div>
    <pulse-ring
      class="ring"
      .remaining_s=${Math.round(position?.step_remaining_s ?? 0)}
      .total_s=${position?.step_duration_s ?? 0}
      label=${view.say("lead-time-left")}
    ></pulse-ring>`;
}
