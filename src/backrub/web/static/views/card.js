// The person card: choose one for tonight, read one, look at it, change it, have their phone hold it, forget it.

import { CardDesk } from "../models/card-desk.js";
import { html, nothing } from "../vendor/lit.js";
import { openCard } from "./card-open.js";
import { failed } from "./choices.js";
import { PageView } from "./page-view.js";

/** @import {CardKeptJson} from "../types/wire.d.ts" */

/** More than any card is long, so that a picture opened by mistake is not read to its end [bytes]. */
const LONGEST_FILE = 64_000;

/** The page of person cards. */
export class CardView extends PageView {
  static properties = { ...PageView.properties, told: { state: true }, text: { state: true } };

  constructor() {
    super();
    this.told = "";
    this.text = "";
    this.wasOpen = false;
    /** @type {CardDesk} */
    this.desk = /** @type {any} */ (undefined);
    this.onDesk = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    this.desk = new CardDesk(this.evening);
    this.wasOpen = this.desk.open !== null;
    this.desk.addEventListener("change", this.onDesk);
    void this.attempt(() => this.desk.load());
  }

  disconnectedCallback() {
    this.desk.removeEventListener("change", this.onDesk);
    super.disconnectedCallback();
  }

  /** What was pressed is gone once another card, or the list, is there: whoever goes by keys goes on at its head. */
  updated() {
    const isOpen = this.desk.open !== null;
    if (isOpen !== this.wasOpen) this.querySelector("h2")?.focus();
    this.wasOpen = isOpen;
  }

  /** @returns {unknown} */
  render() {
    return html`<div class="intake">
      <header>
        <h1>${this.say("card-title")}</h1>
        <p class="intro soft">${this.say("card-lead")}</p>
        ${this.desk.open
          ? html`<button type="button" class="button pill" @click=${() => this.desk.close()}>${this.say("card-others")}</button>`
          : nothing}
      </header>
      ${this.desk.open ? openCard(this, this.desk.open) : html`<div class="columns">${this.keptCards()} ${this.reading()} ${this.making()}</div>`}
      <p class="visually-hidden" role="status">${this.told}</p>
      ${failed(this.failure)}
      <div class="bar">
        <a class="button main" href="#/">${this.say("intake-done")}</a>
      </div>
    </div>`;
  }

  keptCards() {
    const { kept, keeps } = this.desk;
    if (keeps === null) return nothing;
    return html`<section aria-labelledby="kept-title">
      <h2 id="kept-title" tabindex="-1">${this.say("card-kept")}</h2>
      ${kept.length > 0
        ? html`<ul class="kept" role="list">
            ${kept.map((one) => this.keptCard(one))}
          </ul>`
        : html`<p class="soft">${this.say(keeps ? "card-kept-none" : "card-kept-nowhere")}</p>`}
    </section>`;
  }

  /** @param {CardKeptJson} one */
  keptCard(one) {
    return html`<li>
      <span class="name">${one.name}</span>
      <button type="button" class="button pill" aria-label=${this.say("card-look-name", { name: one.name })} @click=${() => this.desk.look(one)}>
        ${this.say("card-look")}
      </button>
      <button type="button" class="button pill" aria-label=${this.say("card-use-name", { name: one.name })} @click=${() => this.use(one)}>
        ${this.say("card-use")}
      </button>
    </li>`;
  }

  reading() {
    return html`<section aria-labelledby="read-title">
      <h2 id="read-title">${this.say("card-read-title")}</h2>
      <p class="soft" id="read-how">${this.say("card-read-how")}</p>
      <label class="field"
        ><span>${this.say("card-text")}</span
        ><textarea
          rows="3"
          spellcheck="false"
          autocapitalize="off"
          aria-describedby="read-how"
          .value=${this.text}
          @input=${(/** @type {Event} */ event) => {
            this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
          }}
        ></textarea>
      </label>
      <div class="pills">
        <button type="button" class="button pill" ?disabled=${!this.text.trim()} @click=${() => void this.read(this.text)}>${this.say("card-read")}</button>
        <label class="button pill file"
          >${this.say("card-file")}<input type="file" class="visually-hidden" accept="text/plain,.txt" @change=${(/** @type {Event} */ event) => void this.readFile(event)}
        /></label>
      </div>
    </section>`;
  }

  making() {
    return html`<section aria-labelledby="make-title">
      <h2 id="make-title">${this.say("card-make-title")}</h2>
      <p class="soft">${this.say("card-make-how")}</p>
      <p><button type="button" class="button pill" @click=${() => void this.attempt(() => this.desk.make())}>${this.say("card-make")}</button></p>
    </section>`;
  }

  /** @param {string} text */
  async read(text) {
    await this.attempt(async () => {
      await this.desk.read(text);
      this.text = "";
      this.told = this.say("card-was-read");
    });
  }

  /** @param {Event} event */
  async readFile(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    field.value = "";
    if (file) await this.read(await file.slice(0, LONGEST_FILE).text());
  }

  /** @param {CardKeptJson} one */
  async use(one) {
    this.desk.look(one);
    await this.attempt(async () => {
      await this.desk.use();
      this.go("#/");
    });
  }
}

customElements.define("card-view", CardView);
