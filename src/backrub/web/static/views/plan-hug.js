// A hug with a rub in it: read beforehand, with hands that show how slowly, then put away. Nothing here leads.

import "../elements/back-map.js";
import { mapLabels } from "../lib/map-labels.js";
import { prefersLessMotion } from "../lib/theme.js";
import { html } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";

const MS = 1000;

/** The page of a lesson. */
export class HugView extends PageView {
  constructor() {
    super();
    this.frame = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.evening.lesson) void this.attempt(() => this.learn());
    if (!prefersLessMotion()) this.frame = requestAnimationFrame((at) => this.move(at));
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.frame);
    super.disconnectedCallback();
  }

  /** Asks for the lesson; where health has it otherwise, the first page says why. */
  async learn() {
    if (!(await this.evening.makePlan())) this.go("#/");
  }

  render() {
    const { lesson } = this.evening;
    if (!lesson) return failed(this.failure);
    return html`<article class="hug">
      <header>
        <h1>${lesson.title}</h1>
        <p class="soft">${this.say("hug-lead")}</p>
      </header>
      <back-map
        mode="lead"
        theme="auto"
        facing="up"
        zones="spine"
        .atlas=${lesson.atlas}
        .labels=${{ ...mapLabels(this.evening.say), map: this.say("hug-map"), head: "" }}
        .path=${lesson.path}
      ></back-map>
      <ol>
        ${lesson.points.map((text) => html`<li>${text}</li>`)}
      </ol>
      <p><a class="button" href="#/">${this.say("change-answers")}</a></p>
    </article>`;
  }

  /** Moves the hands in their own time. @param {number} at_ms */
  move(at_ms) {
    const path = this.evening.lesson?.path;
    const map = /** @type {any} */ (this.querySelector("back-map"));
    if (map && path) map.playhead_s = (at_ms / MS) % path.cycle_s;
    this.frame = requestAnimationFrame((next) => this.move(next));
  }
}

customElements.define("hug-view", HugView);
