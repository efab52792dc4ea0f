// What the pages know of tonight, in memory only: a reload before the session forgets it all.

import * as api from "./api.js";
import { forgetPass, keepPass, recallPass } from "./memory.js";
import * as texts from "./texts.js";

/** @import {Atlas, NotTonight, Plan, Start, Wishes} from "../types/pages.d.ts" */
/** @import {Say} from "../lib/words.js" */
/** @import {Pass} from "./memory.js" */

/** Holds the wishes, the plan and the way into the session. Event: `change`. */
export class Evening extends EventTarget {
  /** @type {Wishes} */
  wishes;
  /** @type {Plan | null} */
  plan = null;
  /** @type {NotTonight["not_tonight"] | null} */
  notTonight = null;
  /** @type {Atlas | null} */
  atlas = null;
  /** @type {Pass | null} */
  pass = recallPass();
  /** Whether the leading page begins with letting their phone join. */
  phoneFirst = false;
  /** The routine being written, as text; null until somebody begins one. @type {string | null} */
  draft = null;
  #question = 0;

  /**
   * @param {Start} start
   * @param {Say} say
   */
  constructor(start, say) {
    super();
    this.start = start;
    this.say = say;
    this.wishes = structuredClone(start.defaults);
  }

  get locale() {
    return this.start.locale;
  }

  /** @param {Partial<Wishes>} some */
  wish(some) {
    this.wishes = { ...this.wishes, ...some };
    this.plan = null;
    this.#changed();
  }

  async loadAtlas() {
    this.atlas = await api.atlas(this.wishes.body);
    this.#changed();
  }

  /**
   * Asks whether tonight is the night, without leaving the page; only the latest answer counts.
   *
   * @returns {Promise<void>}
   */
  async checkHealth() {
    const question = (this.#question += 1);
    const answer = await api.plan(this.wishes);
    if (question === this.#question) this.#take(answer);
  }

  /** Takes back a no, for the answer that led to it was taken back. */
  clearNo() {
    this.#question += 1;
    this.notTonight = null;
    this.#changed();
  }

  /**
   * Has a plan made.
   *
   * @param {Wishes} wishes
   * @returns {Promise<boolean>} whether there is one; else `notTonight` says why
   */
  async makePlan(wishes = this.wishes) {
    this.#question += 1;
    const answer = await api.plan(wishes);
    this.wishes = wishes;
    this.#take(answer);
    return this.plan !== null;
  }

  /** Opens the session; from then on this tab can come back to it. */
  async open() {
    this.pass = await api.open(this.wishes);
    keepPass(this.pass);
  }

  /**
   * Opens a session that leads what somebody wrote.
   *
   * @param {string} text
   */
  async openText(text) {
    this.pass = await texts.lead(text, this.wishes.talk);
    keepPass(this.pass);
  }

  /** Forgets the session and what was wished. */
  forget() {
    forgetPass();
    this.pass = null;
    this.plan = null;
    this.notTonight = null;
    this.wishes = structuredClone(this.start.defaults);
    this.#changed();
  }

  /** @param {Plan | NotTonight} answer */
  #take(answer) {
    const no = "not_tonight" in answer;
    this.notTonight = no ? answer.not_tonight : null;
    this.plan = no ? null : answer;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
