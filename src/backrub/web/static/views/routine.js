// The page of a routine: its text, what was found in it, its ribbon and the hands of the line the cursor is in.

import "../elements/back-map.js";
import "../elements/plan-ribbon.js";
import "../elements/routine-editor.js";
import { clockText } from "../lib/clock-text.js";
import { fileName } from "../lib/file-name.js";
import { mapLabels } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { prefersLessMotion } from "../lib/theme.js";
import { roomOf } from "../models/room.js";
import { RoutineDesk } from "../models/routine-desk.js";
import * as texts from "../models/texts.js";
import { html, nothing } from "../vendor/lit.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";
import { findingsPart } from "./routine-findings.js";
import { toolsPart } from "./routine-tools.js";

/** @import {RoutineEditor} from "../elements/routine-editor.js" */
/** @import {RoutineStep} from "../types/pages.d.ts" */
/** @import {FindingJson, ShelvedJson} from "../types/wire.d.ts" */

const MS = 1000;
/** What whoever begins with an empty page begins with: what there is to say, and nothing said yet. */
const BEGINNING = "title: My own\nfor: 20 min on a mat, with oil\n\nopen\nwarm up\nwork\nfinish\n";

/** The page where a routine is written. */
export class RoutineView extends PageView {
  static properties = { ...PageView.properties, busy: { state: true }, shelf: { state: true }, told: { state: true }, pages: { state: true } };

  constructor() {
    super();
    this.busy = false;
    /** @type {ShelvedJson[]} */
    this.shelf = [];
    /** What was done at the last press of a tool, for ears too. */
    this.told = "";
    /** Pages of rules that were asked for, by code. @type {Record<string, string>} */
    this.pages = {};
    this.desk = new RoutineDesk();
    this.frame = 0;
    this.onDesk = () => this.deskChanged();
    this.onLeaving = (/** @type {BeforeUnloadEvent} */ event) => {
      if (this.desk.unsaved) event.preventDefault();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    this.desk.addEventListener("change", this.onDesk);
    window.addEventListener("beforeunload", this.onLeaving);
    void this.attempt(() => this.begin());
    if (!prefersLessMotion()) this.frame = requestAnimationFrame((at) => this.move(at));
  }

  disconnectedCallback() {
    this.desk.removeEventListener("change", this.onDesk);
    window.removeEventListener("beforeunload", this.onLeaving);
    cancelAnimationFrame(this.frame);
    this.desk.close();
    this.evening.draft = this.desk.text;
    super.disconnectedCallback();
  }

  async begin() {
    this.desk.body = this.evening.wishes.body;
    if (this.evening.draft !== null) this.desk.open(this.evening.draft);
    this.shelf = await texts.library();
    if (this.evening.draft === null) await this.take("twenty-minute-classic");
  }

  firstUpdated() {
    const { editor } = this;
    editor.completer = texts.offers;
    editor.helper = texts.help;
    editor.setText(this.desk.text);
  }

  /** @returns {RoutineEditor} */
  get editor() {
    return /** @type {RoutineEditor} */ (this.querySelector("routine-editor"));
  }

  render() {
    const { checked } = this.desk;
    const routine = checked?.routine;
    return html`<div class="writing">
      <header>
        <h1>${routine?.title || this.say("routine-title")}</h1>
        <p class="soft">${this.say("routine-lead")}</p>
      </header>
      ${toolsPart(this)}
      <section class="ribbon" aria-labelledby="routine-ribbon">
        <h2 id="routine-ribbon" class="visually-hidden">${this.say("plan-ribbon")}</h2>
        ${this.ribbon()}
      </section>
      <routine-editor
        class="text"
        label=${this.say("routine-text")}
        hint=${this.say("routine-empty")}
        @text-change=${(/** @type {CustomEvent} */ event) => this.write(event.detail.text)}
        @cursor-change=${(/** @type {CustomEvent} */ event) => this.desk.moveTo(event.detail.line)}
      ></routine-editor>
      ${this.aside()} ${findingsPart(this)}
      <div class="go">
        <button class="button main" ?disabled=${this.busy || !this.leadable} @click=${() => this.lead()}>${this.say(this.busy ? "lead-me-busy" : "routine-lead-this")}</button>
        <p class="label">${routine ? this.say("routine-length", { time: clockText(routine.duration_s) }) : nothing} ${this.leadable ? nothing : this.say("routine-lead-not")}</p>
        ${failed(this.failure || this.desk.failure)}
        <p class="label"><a href="#/">${this.say("back-to-start")}</a></p>
      </div>
    </div>`;
  }

  ribbon() {
    const routine = this.desk.checked?.routine;
    const steps = (routine?.steps ?? []).map((step, index) => ({
      ...step,
      index,
      label: opened(/** @type {RoutineStep} */ (step).label, this.evening.locale),
      side_label: step.side === "both" ? "" : (/** @type {RoutineStep} */ (step).side_label ?? ""),
    }));
    if (!steps.some((step) => step.duration_s)) return html`<p class="soft empty">${this.say("routine-no-steps")}</p>`;
    return html`<plan-ribbon
      .steps=${steps}
      orientation="horizontal"
      .selected=${this.desk.here[0] ?? -1}
      .labels=${{ list: this.say("plan-ribbon"), ask: this.say("plan-asks"), phases: this.phases() }}
      @step-select=${(/** @type {CustomEvent} */ event) => this.editor.goTo(this.desk.lineOf(Number(event.detail.index)), 1)}
    ></plan-ribbon>`;
  }

  phases() {
    return Object.fromEntries(["open", "warm-up", "work", "finish"].map((id) => [id, this.say(`phase-${id}`)]));
  }

  /** The line of the cursor as hands on a back. */
  aside() {
    const step = /** @type {RoutineStep | undefined} */ (this.desk.checked?.routine?.steps[this.desk.here[0] ?? -1]);
    const current = step?.area ? { area: step.area, side: step.side, technique: step.technique } : null;
    return html`<section class="here" aria-label=${this.say("routine-here")}>
      <back-map
        mode="lead"
        theme="auto"
        facing="up"
        .atlas=${this.desk.atlas}
        .labels=${{ ...mapLabels(this.evening.say), map: this.say("lead-map"), head: "" }}
        .wishes=${{ marks: this.desk.drawn?.marks ?? [], avoid: this.desk.drawn?.kept_off ?? [] }}
        .current=${current}
        .path=${current ? this.desk.path : null}
      ></back-map>
      <p class="label">${step?.duration_s ? html`<b>${opened(step.label, this.evening.locale)}</b>, ${this.about(step)}` : this.say("routine-here-none")}</p>
    </section>`;
  }

  /** @param {RoutineStep} step */
  about(step) {
    return [step.area_label, step.side === "both" ? "" : step.side_label, clockText(step.duration_s), step.pressure_words].filter(Boolean).join(" · ");
  }

  get leadable() {
    const { checked } = this.desk;
    return Boolean(checked?.whole) && !checked?.findings.some((one) => one.severity === "error");
  }

  /** Moves the hands as they would move, in their own time. @param {number} at_ms */
  move(at_ms) {
    const { path } = this.desk;
    const map = /** @type {any} */ (this.querySelector("back-map"));
    if (map && path) map.playhead_s = (at_ms / MS) % path.cycle_s;
    this.frame = requestAnimationFrame((next) => this.move(next));
  }

  deskChanged() {
    const { checked, checkedText } = this.desk;
    if (checked) this.editor?.show(checked, checkedText);
    this.requestUpdate();
  }

  /** @param {string} text */
  write(text) {
    this.told = "";
    this.desk.write(text);
  }

  /** Puts a text in place of the one there; undo brings that back. @param {string} text */
  async open(text) {
    this.desk.open(text);
    await this.editor.ready;
    this.editor.setText(text);
  }

  /** Begins anew, with the cursor where the first stroke goes. */
  async beginAnew() {
    await this.open(BEGINNING);
    this.editor.goTo(1, "title: My own".length + 1);
  }

  /** @param {string} name of a routine of the library */
  async take(name) {
    await this.attempt(async () => this.open(await texts.fromLibrary(name)));
  }

  /** @param {File} file text, or JSON as the plan page and the command line write it */
  async openFile(file) {
    await this.attempt(async () => {
      const text = await file.text();
      await this.open(/^\s*\{/.test(text) ? await texts.textOf(JSON.parse(text)) : text);
      this.told = this.say("routine-opened", { name: file.name });
    });
  }

  save() {
    const url = URL.createObjectURL(new Blob([this.desk.text], { type: "text/plain" }));
    const download = fileName(this.desk.checked?.routine?.title ?? "");
    Object.assign(document.createElement("a"), { href: url, download }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10 * MS);
    this.desk.saved = this.desk.text;
    this.told = this.say("routine-saved", { name: download });
  }

  async layOut() {
    await this.attempt(async () => {
      const done = await texts.layOut(this.desk.text);
      this.editor.setText(done.text);
      this.told = this.say(done.count ? "routine-laid-out" : "routine-laid-out-already");
    });
  }

  /** @param {boolean} unsafe whether also what changes the rub */
  async mend(unsafe) {
    await this.attempt(async () => {
      const done = await texts.mend(this.desk.text, unsafe);
      this.editor.setText(done.text);
      this.told = this.say("routine-mended", { count: done.count });
    });
  }

  /** Mends one finding; the cursor goes there, since its button goes. @param {FindingJson} finding */
  async mendOne(finding) {
    await this.attempt(async () => {
      const done = await texts.mendOne(this.desk.text, finding, this.desk.body);
      this.editor.setText(done.text);
      this.editor.goTo(finding.line, finding.column);
      this.told = this.say("routine-mended", { count: done.count });
    });
  }

  /** Fetches the page of a rule, once. @param {string} code */
  async explain(code) {
    if (this.pages[code]) return;
    await this.attempt(async () => {
      this.pages = { ...this.pages, [code]: (await texts.rule(code)).page };
    });
  }

  async lead() {
    this.busy = true;
    await this.attempt(async () => {
      await roomOf(this.evening).speaker.wake();
      await this.evening.openText(this.desk.text);
      this.go("#/lead");
    });
    this.busy = false;
  }
}

customElements.define("routine-view", RoutineView);
