// The receiver's page: a compass for a thumb, a question when one stands open, the words of a hold, and stop anywhere.

import { html, nothing } from "../vendor/lit.js";
import { GuestPage } from "./guest-page.js";

/** @import {Wish} from "./keys.js" */

/** The compass in reading order, which is also the order of the dots: up is less, down is more. */
const COMPASS = [
  { kind: "softer", dots: 1 },
  { kind: "not-there", dots: 4 },
  { kind: "just-right", dots: 2 },
  { kind: "stay", dots: 3 },
  { kind: "firmer", dots: 5 },
];

/** What may be answered, the most first; a good hurt belongs to a hold alone. */
const NUMBERS = [8, 6, 5, 4, 3, 2];
const NUMBERS_IN_HOLD = [8, 7, 6, 5, 4, 3, 2];

/** What is answered while a spot is looked for or held still. */
const HOLD_WORDS = /** @type {Record<string, string[]>} */ ({
  seek: ["spot-here", "spot-not-found", "softer"],
  still: ["easing", "same", "worse", "radiates", "softer"],
});

/** The page of the receiver's phone. */
export class ReceiverPage extends GuestPage {
  constructor() {
    super();
    /** The question that was answered here, or let pass. @type {string | null} */
    this.settled = null;
  }

  /** @returns {unknown} */
  render() {
    return html`${this.scene()} ${this.flashed()}`;
  }

  scene() {
    const { status } = this;
    const view = this.client?.view;
    if (status === "stopped") return this.stopScene();
    if (status === "finished") return this.finished();
    const stage = status === "running" ? view?.hold?.stage : undefined;
    if (stage && HOLD_WORDS[stage]) return this.hold(stage, HOLD_WORDS[stage] ?? []);
    const question = this.question();
    if (question) return this.ask(question, stage === "sink");
    if (this.settled && !view?.asking && stage !== "sink") this.settled = null;
    return this.compass();
  }

  /** The question that stands open and was not answered here, or null. */
  question() {
    const view = this.client?.view;
    if (!view || this.status !== "running") return null;
    // What the giver is told to ask is not what the one who is asked reads; only what somebody wrote is theirs to read.
    const written = view.asking?.args?.["text"];
    const asked = view.asking && (typeof written === "string" ? written : this.say("phone-how-is-it"));
    const text = asked ?? (view.hold?.stage === "sink" ? this.say("phone-how-much") : "");
    return text && this.settled !== name(view) ? text : null;
  }

  compass() {
    const resting = this.status === "paused";
    return html`<section class="compass" data-scene="compass" aria-label=${this.say("phone-compass")}>
      ${this.practising || resting ? html`<p class="headline">${this.say(resting ? "phone-resting" : "phone-practise")}</p>` : nothing}
      ${COMPASS.map(
        ({ kind, dots }) => html`<button class="region" data-kind=${kind}>
          ${waves(kind)}<span class="word">${this.say(`phone-${kind}`)}</span>
          <span class="dots" aria-hidden="true">${Array.from({ length: dots }, () => html`<i></i>`)}</span>
        </button>`,
      )}
      ${this.stopStrip()}
    </section>`;
  }

  /**
   * @param {string} text
   * @param {boolean} holding
   */
  ask(text, holding) {
    return html`<section class="question" data-scene="question" aria-label=${text}>
      <h1 role="alert">${text}</h1>
      <div class="bands" role="group" aria-label=${text}>
        ${(holding ? NUMBERS_IN_HOLD : NUMBERS).map(
          (value) => html`<button class="region band" data-kind="rate" data-value=${value}>
            <span class="wedge" data-value=${value} aria-hidden="true"></span><span class="word">${this.say(`phone-rate-${value}`)}</span
            ><span class="number">${value}</span>
          </button>`,
        )}
      </div>
      <button class="later" data-kind="no-answer">${this.say("phone-no-answer")}</button>
      ${this.stopStrip()}
    </section>`;
  }

  /**
   * @param {string} stage
   * @param {string[]} kinds
   */
  hold(stage, kinds) {
    return html`<section class="question" data-scene="hold-${stage}">
      <h1 role="alert">${this.say(`phone-hold-${stage}`)}</h1>
      <div class="bands" role="group" aria-label=${this.say(`phone-hold-${stage}`)}>
        ${kinds.map((kind) => html`<button class="region band" data-kind=${kind}><span class="word">${this.say(`phone-${kind}`)}</span></button>`)}
      </div>
      ${this.stopStrip()}
    </section>`;
  }

  finished() {
    return html`<section class="quiet" data-scene="finished">
      <h1>${this.say("phone-finished")}</h1>
      <p class="soft">${this.say("phone-finished-how")}</p>
    </section>`;
  }

  /** @param {Wish} wish */
  wish(wish) {
    const view = this.client?.view;
    if (view && (wish.kind === "rate" || wish.kind === "no-answer")) this.settled = name(view);
    if (wish.kind === "no-answer") this.requestUpdate();
    else super.wish(wish);
  }
}

/** @param {import("../types/pages.d.ts").View} view @returns {string} the name of the question that stands open */
function name(view) {
  return `${view.asking?.id ?? ""}/${view.hold?.stage ?? ""}/${view.step}`;
}

/** Few waves are light, many are weight. @param {string} kind */
function waves(kind) {
  const count = { softer: 2, firmer: 6 }[kind];
  if (!count) return nothing;
  const line = (/** @type {number} */ place) => `M2 ${6 + place * 8} q 18 -9 36 0 t 36 0 t 36 0 t 36 0`;
  return html`<svg class="waves" viewBox="0 0 148 ${count * 8 + 4}" aria-hidden="true">
    <path d=${Array.from({ length: count }, (_, place) => line(place)).join(" ")} />
  </svg>`;
}

customElements.define("receiver-page", ReceiverPage);
