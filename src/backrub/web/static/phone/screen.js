// A second screen for the giver: the leading page itself, larger and silent, for the first one speaks in this room.

import { sayer } from "../lib/words.js";
import { Evening } from "../models/evening.js";
import { leadingOf } from "../models/leading.js";
import { roomOf } from "../models/room.js";
import "../views/lead.js";
import { LitElement, html } from "../vendor/lit.js";
import { words } from "./door.js";

/** @import {Start} from "../types/pages.d.ts" */
/** @import {Say} from "../lib/words.js" */
/** @import {Guest} from "./memory.js" */

/** What the first page would know; a second screen needs only the language, and that there is no voice here. */
const START = /** @type {unknown} */ ({ version: "", defaults: {}, rate: 1, running: null, health: [], limits: { minutes: [3, 90] }, voice: null });

/** Shows the leading page of a session. Event: `gone`. */
export class ScreenPage extends LitElement {
  constructor() {
    super();
    /** @type {Guest} */
    this.guest = /** @type {any} */ (undefined);
    /** @type {Say} */
    this.say = (id) => id;
    this.locale = "en";
    /** @type {Evening | null} */
    this.evening = null;
    this.over = false;
    this.onHash = () => this.turn();
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", this.onHash);
    await dress("/styles/lead.css");
    const { locale, ftl } = await words(this.locale, "ui");
    const evening = new Evening(/** @type {Start} */ ({ .../** @type {object} */ (START), locale }), sayer(locale, ftl));
    evening.pass = this.guest;
    roomOf(evening).speaker.quiet = true;
    const leading = leadingOf(evening);
    if (!leading) return;
    leading.door.elsewhere = true;
    leading.client.addEventListener("connection", () => {
      if (leading.client.connection === "gone") this.dispatchEvent(new Event("gone"));
    });
    this.evening = evening;
    this.requestUpdate();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.onHash);
    if (this.evening) leadingOf(this.evening)?.close();
    super.disconnectedCallback();
  }

  /** The leading page goes on to other pages; here there are none. */
  turn() {
    this.over = location.hash === "#/after";
    history.replaceState(null, "", location.pathname);
    this.requestUpdate();
  }

  /** @returns {unknown} */
  render() {
    const finished = this.over && this.evening && leadingOf(this.evening)?.status === "finished";
    if (!this.evening) return html`<p class="headline">${this.say("phone-loading")}</p>`;
    if (finished) return html`<section class="quiet" data-scene="finished"><h1>${this.say("phone-finished")}</h1></section>`;
    return html`<lead-view .evening=${this.evening}></lead-view>`;
  }
}

/** @param {string} href @returns {Promise<void>} */
function dress(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => {
    link.onload = link.onerror = () => done();
  });
}

customElements.define("screen-page", ScreenPage);
