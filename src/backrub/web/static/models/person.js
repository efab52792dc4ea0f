// What the server answers about the two people: the health screen, and person cards.

import { Refusal, ask } from "./api.js";

/** @import {Wishes} from "../types/pages.d.ts" */
/** @import {Card, CardKeptJson, CardsJson, CardShownJson, LearntFromJson, ScreenJson} from "../types/wire.d.ts" */
/** @import {Pass} from "./memory.js" */

/** @returns {Promise<ScreenJson>} */
export function screen() {
  return ask("/api/screen");
}

/** @param {string} text @returns {Promise<CardShownJson>} */
export function readCard(text) {
  return ask("/api/card/read", { method: "POST", body: { text } });
}

/** @param {Card} card changed by hand @returns {Promise<CardShownJson>} */
export function showCard(card) {
  return ask("/api/card/show", { method: "POST", body: { card } });
}

/**
 * Writes on a card what somebody says of themselves.
 *
 * @param {Card} card
 * @param {{said: string, area?: string, technique?: string}} what
 * @returns {Promise<CardShownJson>}
 */
export function sayOfCard(card, what) {
  return ask("/api/card/said", { method: "POST", body: { card, ...what } });
}

/** @param {Wishes} wishes @returns {Promise<CardShownJson>} */
export function cardOf(wishes) {
  return ask("/api/card/of", { method: "POST", body: { wishes: withoutHealth(wishes) } });
}

/** @param {Wishes} wishes @param {Card} card @returns {Promise<Wishes>} the wishes with the card added */
export async function fill(wishes, card) {
  const { wishes: filled } = await ask("/api/card/wishes", { method: "POST", body: { wishes: withoutHealth(wishes), card } });
  return { ...filled, health: wishes.health, position: wishes.position ?? filled.position };
}

/** @returns {Promise<CardsJson>} none, and that none can be kept, where they are shown on another machine only */
export async function cards() {
  try {
    return await ask("/api/cards");
  } catch (reason) {
    if (reason instanceof Refusal && reason.status === 403) return { cards: [], keeps: false };
    throw reason;
  }
}

/** @param {string} name @param {Card} card @returns {Promise<CardKeptJson>} */
export function keepCard(name, card) {
  return ask("/api/cards", { method: "POST", body: { name, card } });
}

/** @param {string} id @param {string} name @param {Card} card @returns {Promise<CardKeptJson>} */
export function changeCard(id, name, card) {
  return ask(`/api/cards/${encodeURIComponent(id)}`, { method: "PUT", body: { name, card } });
}

/** @param {string} id @returns {Promise<void>} */
export async function forgetCard(id) {
  await ask(`/api/cards/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** @param {Pass} pass of a session that was kept @param {string | null} card @returns {Promise<LearntFromJson>} */
export function learn(pass, card) {
  const path = `/api/sessions/${encodeURIComponent(pass.session)}/learnt`;
  return ask(path, { method: "POST", body: { card }, token: pass.token });
}

/** Health answers go nowhere but into a plan, and a hug is no wish that a plan is made of. @param {Wishes} wishes */
function withoutHealth(wishes) {
  const position = wishes.position === "hug" ? null : wishes.position;
  return { ...wishes, position, health: { answered: "unanswered", conditions: [] } };
}
