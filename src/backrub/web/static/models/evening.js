// What the pages know of tonight, in memory only: a reload before the session forgets it all.

import * as api from "./api.js";
import { halfOf } from "../lib/both.js";
import { refusalOf } from "../lib/screen.js";
import { forgetPass, keepCard, keepPass, keepTurn, recallCard, recallLostPass, recallPass, recallTurn } from "./memory.js";
import * as person from "./person.js";
import { outcomeOf } from "./planning.js";
import * as texts from "./texts.js";

/** @import {Atlas, CardInUse, Health, NotTonight, Plan, Start, Wishes} from "../types/pages.d.ts" */
/** @import {LessonJson, ScreenJson} from "../types/wire.d.ts" */
/** @import {Both, Clash, Outcome} from "./planning.js" */
/** @import {Say} from "../lib/words.js" */
/** @import {Pass} from "./memory.js" */

/** What a card says, and takes along again when it is not used any more. */
const CARD_FIELDS = /** @type {const} */ (["soft", "firm", "likes", "avoid", "marks", "nut_allergy", "scent_free", "latex", "position"]);

/** Holds the wishes, the plan and the way into the session. Event: `change`. */
export class Evening extends EventTarget {
  /** @type {Wishes} */
  wishes;
  /** @type {Plan | null} */
  plan = null;
  /** @type {NotTonight["not_tonight"] | null} */
  notTonight = null;
  /** Where both get one: the second person's wishes, and both halves. @type {Both | null} */
  both = null;
  /** Whose turn it is once the session that is led is over. @type {{other: Wishes, minutes: number} | null} */
  next = recallTurn();
  /** What is learnt in place of being led. @type {LessonJson | null} */
  lesson = null;
  /** What has to give way before there can be a plan. @type {Clash | null} */
  clash = null;
  /** @type {Atlas | null} */
  atlas = null;
  /** @type {Pass | null} */
  pass = recallPass();
  /** The health screen, once a page has asked for it. @type {ScreenJson | null} */
  screen = null;
  /** The person card of tonight. @type {CardInUse | null} */
  card = null;
  /** Whether the leading page begins with letting their phone join. */
  phoneFirst = false;
  /** The routine being written, as text; null until somebody begins one. @type {string | null} */
  draft = null;

  /**
   * @param {Start} start
   * @param {Say} say
   */
  constructor(start, say) {
    super();
    this.start = start;
    this.say = say;
    this.wishes = structuredClone(start.defaults);
    /** A session that goes on, whose tab was closed. @type {Pass | null} */
    this.lost = this.pass ? null : recallLostPass(start.running?.session ?? null);
  }

  get locale() {
    return this.start.locale;
  }

  /** @param {Partial<Wishes>} some */
  wish(some) {
    this.wishes = { ...this.wishes, ...some };
    this.plan = null;
    this.lesson = null;
    this.clash = null;
    this.#changed();
  }

  async loadAtlas() {
    this.atlas = await api.atlas(this.wishes.body);
    this.#changed();
  }

  async loadScreen() {
    this.screen ??= await person.screen();
    this.answer(this.wishes.health);
  }

  /**
   * Takes health answers, and says at once whether tonight is the night; that is read off the screen, in this page.
   *
   * @param {Health} health
   */
  answer(health) {
    this.notTonight = refusalOf(this.screen, health.conditions);
    this.wish({ health });
  }

  /** The kept card that tonight's session is, or was, led with. @returns {string | null} */
  get cardId() {
    return this.card ? this.card.id : recallCard();
  }

  /**
   * Adds a card to the wishes, in place of the one used before.
   *
   * @param {CardInUse} card
   */
  async useCard(card) {
    const own = this.card ? this.#withoutCard() : this.wishes;
    const filled = await person.fill(own, card.shown.card);
    this.card = card;
    this.wish(filled);
  }

  /** Takes the card's answers out of the wishes again. */
  dropCard() {
    if (!this.card) return;
    this.card = null;
    this.wish(this.#withoutCard());
  }

  /** @returns {Wishes} */
  #withoutCard() {
    const plain = CARD_FIELDS.map((name) => [name, structuredClone(this.start.defaults[name])]);
    return { ...this.wishes, ...Object.fromEntries(plain) };
  }

  /**
   * Has a plan made: one, or two halves where both get one; a hug is a lesson instead.
   *
   * @param {Wishes} wishes
   * @returns {Promise<boolean>} whether the page of the plan has something to show; else `notTonight` says why not
   */
  async makePlan(wishes = this.wishes) {
    const outcome = await outcomeOf(wishes, this.both);
    this.wishes = wishes;
    this.#take(outcome);
    return this.notTonight === null;
  }

  /**
   * Takes a plan that was made elsewhere for these wishes.
   *
   * @param {Wishes} wishes
   * @param {Plan} plan
   * @param {Both | null} both
   */
  stand(wishes, plan, both) {
    this.wishes = wishes;
    this.#take({ plan, both, lesson: null, notTonight: null, clash: null });
  }

  /** Takes the session up again whose tab was closed. */
  takeUp() {
    if (!this.lost) return;
    this.pass = this.lost;
    this.lost = null;
    keepPass(this.pass);
  }

  /** Opens the session that leads the plan, of two the first; from then on this tab can come back to it. */
  async open() {
    const { both } = this;
    this.pass = await api.open(both ? halfOf(this.wishes, both.halves.minutes_each, 0) : this.wishes);
    keepPass(this.pass);
    keepCard(this.card?.id ?? null);
    this.#setNext(both && { other: both.other, minutes: both.halves.minutes_each });
  }

  /**
   * Opens the session of the second of two.
   *
   * @param {Wishes} wishes theirs, their health answers included
   */
  async openNext(wishes) {
    if (!this.next) return;
    this.pass = await api.open(halfOf(wishes, this.next.minutes, 1));
    keepPass(this.pass);
    keepCard(null);
    this.#setNext(null);
  }

  /** The second of two does not want theirs any more, or not tonight. */
  declineNext() {
    this.#setNext(null);
    this.#changed();
  }

  /** @param {{other: Wishes, minutes: number} | null} next */
  #setNext(next) {
    this.next = next;
    keepTurn(next && { ...next, other: { ...next.other, health: { answered: "unanswered", conditions: [] } } });
  }

  /**
   * Opens a session that leads what somebody wrote.
   *
   * @param {string} text
   */
  async openText(text) {
    this.pass = await texts.lead(text, this.wishes.talk, this.wishes.body);
    keepPass(this.pass);
  }

  /** Forgets the session and what was wished. */
  forget() {
    forgetPass();
    this.pass = null;
    this.plan = null;
    this.both = null;
    this.lesson = null;
    this.clash = null;
    this.notTonight = null;
    this.card = null;
    this.wishes = structuredClone(this.start.defaults);
    this.#changed();
  }

  /** @param {Outcome} outcome */
  #take({ plan, both, lesson, notTonight, clash }) {
    this.plan = plan;
    this.both = both;
    this.lesson = lesson;
    this.notTonight = notTonight;
    this.clash = clash;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
