// One person card on the table: read, changed, kept or forgotten. What is kept already is written down with each change.

import * as person from "./person.js";

/** @import {CardInUse} from "../types/pages.d.ts" */
/** @import {Card, CardKeptJson, CardShownJson} from "../types/wire.d.ts" */
/** @import {Evening} from "./evening.js" */

/** Holds the kept cards, and the one that lies open. Event: `change`. */
export class CardDesk extends EventTarget {
  /** @type {CardKeptJson[]} */
  kept = [];
  /** Whether a card can be kept here; null until it is known. @type {boolean | null} */
  keeps = null;
  /** @type {CardInUse | null} */
  open = null;
  #question = 0;

  /** @param {Evening} evening */
  constructor(evening) {
    super();
    this.evening = evening;
    this.open = evening.card;
  }

  async load() {
    const { cards, keeps } = await person.cards();
    this.kept = cards;
    this.keeps = keeps;
    this.#changed();
  }

  /** @param {CardKeptJson} one */
  look(one) {
    this.open = { id: one.id, name: one.name, shown: one.shown };
    this.#changed();
  }

  /** @param {string} text */
  async read(text) {
    this.open = { id: null, name: "", shown: await person.readCard(text) };
    this.#changed();
  }

  async make() {
    this.open = { id: null, name: "", shown: await person.cardOf(this.evening.wishes) };
    this.#changed();
  }

  /** @param {CardInUse} open */
  show(open) {
    this.open = open;
    this.#changed();
  }

  close() {
    this.open = null;
    this.#changed();
  }

  /** @param {string} name */
  async rename(name) {
    if (!this.open) return;
    this.open = { ...this.open, name };
    if (this.open.id && name.trim()) await this.#write(this.open.id, this.open.shown);
    this.#changed();
  }

  /** @param {Partial<Card>} some what was changed by hand */
  async change(some) {
    if (this.open) await this.#take(person.showCard({ ...this.open.shown.card, ...some }));
  }

  /** @param {{said: string, area?: string, technique?: string}} what */
  async say(what) {
    if (this.open) await this.#take(person.sayOfCard(this.open.shown.card, what));
  }

  /** Keeps the open card on this machine. */
  async keep() {
    if (!this.open || this.open.id) return;
    const { name, shown } = this.open;
    const kept = await person.keepCard(name, shown.card);
    if (this.evening.card === this.open) this.evening.card = kept;
    this.open = kept;
    await this.load();
  }

  /** Forgets the open card: here, and for tonight. */
  async forget() {
    const { open } = this;
    if (!open) return;
    if (open.id) await person.forgetCard(open.id);
    if (this.evening.card === open || (open.id && this.evening.card?.id === open.id)) this.evening.dropCard();
    this.open = null;
    await this.load();
  }

  /** Adds the open card to tonight's wishes. */
  async use() {
    if (this.open) await this.evening.useCard(this.open);
    this.#changed();
  }

  get inUse() {
    const { card } = this.evening;
    return card !== null && (card === this.open || (card.id !== null && card.id === this.open?.id));
  }

  /**
   * Shows what the server made of a change; only the latest counts.
   *
   * @param {Promise<CardShownJson>} asked
   */
  async #take(asked) {
    const question = (this.#question += 1);
    const shown = await asked;
    if (question !== this.#question || !this.open) return;
    const inUse = this.inUse;
    this.open = { ...this.open, shown };
    if (this.open.id) await this.#write(this.open.id, shown);
    if (inUse) await this.evening.useCard(this.open);
    this.#changed();
  }

  /** @param {string} id @param {CardShownJson} shown */
  async #write(id, shown) {
    const kept = await person.changeCard(id, this.open?.name ?? "", shown.card);
    this.kept = this.kept.map((one) => (one.id === id ? kept : one));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
