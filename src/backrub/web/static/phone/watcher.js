// The page of somebody who watches, a teacher say: what hands do, how much, who is here, and a stop that counts.

import { clockText } from "../lib/clock-text.js";
import { positionAt } from "../lib/progress.js";
import { opened } from "../lib/sentence.js";
import { html } from "../vendor/lit.js";
import { GuestPage } from "./guest-page.js";

/** @import {SessionClient} from "../models/session-client.js" */
/** @import {Wish} from "./keys.js" */

const MAY_SAY = new Set(["stop", "pause"]);

/** The page of a watcher. */
export class WatcherPage extends GuestPage {
  connectedCallback() {
    super.connectedCallback();
    this.tick();
  }

  /** @param {SessionClient} client */
  listen(client) {
    super.listen(client);
    for (const name of ["plan", "timeline", "clock"]) client.addEventListener(name, () => this.requestUpdate());
  }

  /** Once a second: what is said and what time is left. */
  tick() {
    this.requestUpdate();
    this.ticker.set("second", 1000, () => this.tick());
  }

  /** @param {Wish} wish */
  wish(wish) {
    if (MAY_SAY.has(wish.kind)) super.wish(wish);
  }

  /** Nothing is tried out here: a watcher's stop is a stop. */
  get practising() {
    return false;
  }

  /** @returns {unknown} */
  render() {
    return html`${this.status === "stopped" ? this.stopScene() : this.scene()} ${this.flashed()}`;
  }

  scene() {
    const { client } = this;
    const view = client?.view;
    const position = client && view ? positionAt(view, client.clock.now(), (index) => this.stepOf(index)?.phase) : null;
    const step = this.stepOf(position?.step ?? null);
    const pressure = Math.round(position?.pressure ?? 0);
    const there = view?.present.includes("receiver") ? "here" : "away";
    return html`<section class="watching" data-scene=${this.status}>
      <p class="headline">${this.say(`phone-watch-${this.status}`)}</p>
      <h1>${opened(step?.label, this.locale)}</h1>
      <p class="where">${[step?.area_label, step?.side === "both" ? "" : step?.side_label].filter(Boolean).join(", ")}</p>
      <p class="pressure">${pressure >= 1 && pressure <= 10 ? `${this.say(`phone-rate-${pressure}`)} · ${pressure}` : ""}</p>
      <p class="said" aria-live="polite">${this.lastSaid()}</p>
      <p class="soft">${position ? this.say("phone-watch-left", { time: clockText(position.remaining_s) }) : ""}</p>
      <p class="soft">${this.say(`phone-watch-${there}`)}</p>
      <button class="region go" data-kind="pause">${this.say("phone-pause")}</button>
      ${this.stopStrip()}
    </section>`;
  }

  /** @param {number | null} index */
  stepOf(index) {
    return index === null ? undefined : this.client?.plan?.routine.steps[index];
  }

  /** What the coach said last, in words. */
  lastSaid() {
    const now_ms = this.client?.clock.now() ?? 0;
    const due = this.client?.timeline?.cues.filter((cue) => cue.at_ms <= now_ms) ?? [];
    return due.at(-1)?.text ?? "";
  }
}

customElements.define("watcher-page", WatcherPage);
