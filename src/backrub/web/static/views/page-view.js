// What every page has: the evening's knowledge, words, and a light DOM that the page's own style sheet dresses.

import { LitElement } from "../vendor/lit.js";

/** @import {Evening} from "../models/evening.js" */
/** @import {Args} from "../lib/words.js" */

/** A page. Set `evening` before it is put into the document. */
export class PageView extends LitElement {
  static properties = { evening: { attribute: false }, failure: { state: true } };

  constructor() {
    super();
    /** @type {Evening} */
    this.evening = /** @type {any} */ (undefined);
    this.failure = "";
    this.onEvening = () => this.requestUpdate();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.evening.addEventListener("change", this.onEvening);
  }

  disconnectedCallback() {
    this.evening.removeEventListener("change", this.onEvening);
    super.disconnectedCallback();
  }

  /**
   * @param {string} id
   * @param {Args} [args]
   */
  say(id, args) {
    return this.evening.say(id, args);
  }

  /**
   * Runs something that asks the server, and shows what went wrong.
   *
   * @param {() => Promise<void>} work
   */
  async attempt(work) {
    this.failure = "";
    try {
      await work();
    } catch (error) {
      this.failure = error instanceof TypeError ? this.say("failed-no-server") : String(/** @type {Error} */ (error).message);
    }
  }

  /** @param {string} hash */
  go(hash) {
    location.hash = hash;
  }
}
