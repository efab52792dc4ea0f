// The server's answers to single questions, as promises.

/** @import {Atlas, Body, Door, DoorPass, Guest, NotTonight, Plan, Problem, SessionPlan, Start, Wishes} from "../types/pages.d.ts" */
/** @import {ClashJson, HalfNotTonightJson, LessonJson, SwapJson, WhatIfJson} from "../types/wire.d.ts" */
/** @import {Pass} from "./memory.js" */

/** An answer that says no, with what the server gave as the reason. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {Problem} problem
   */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

/** @returns {Promise<Start>} */
export function start() {
  return ask("/api/start");
}

/**
 * @param {string} locale
 * @returns {Promise<string>}
 */
export async function words(locale) {
  const answer = await fetch(`/api/words/${encodeURIComponent(locale)}`);
  if (!answer.ok) throw await refusal(answer);
  return answer.text();
}

/**
 * @param {Body} body
 * @returns {Promise<Atlas>}
 */
export function atlas(body) {
  const query = new URLSearchParams();
  if (body.stature_mm) query.set("stature_cm", String(body.stature_mm / 10));
  if (body.mass_kg) query.set("mass_kg", String(body.mass_kg));
  if (body.sex) query.set("sex", body.sex);
  return ask(`/api/atlas?${query}`);
}

/**
 * @param {Wishes} wishes
 * @returns {Promise<Plan | NotTonight>}
 */
export function plan(wishes) {
  return ask("/api/plan", { method: "POST", body: wishes });
}

/**
 * Has a plan made for other wishes, and told beside the one there is.
 *
 * @param {Wishes} now
 * @param {Wishes} then
 * @returns {Promise<WhatIfJson | NotTonight>}
 */
export function whatIf(now, then) {
  return ask("/api/plan/what-if", { method: "POST", body: { now, then } });
}

/**
 * @param {Wishes} wishes
 * @returns {Promise<ClashJson | NotTonight>} the fewest wishes that cannot be met together
 */
export function clash(wishes) {
  return ask("/api/plan/clash", { method: "POST", body: wishes });
}

/**
 * @param {{one: Wishes, other: Wishes, minutes: number}} two
 * @returns {Promise<SwapJson | HalfNotTonightJson>} two halves of an evening
 */
export function swap(two) {
  return ask("/api/swap", { method: "POST", body: two });
}

/**
 * @param {Wishes} wishes
 * @returns {Promise<LessonJson | NotTonight>}
 */
export function hug(wishes) {
  return ask("/api/hug", { method: "POST", body: wishes });
}

/**
 * @param {Wishes} wishes
 * @returns {Promise<Pass>}
 */
export function open(wishes) {
  return ask("/api/sessions", { method: "POST", body: wishes });
}

/**
 * @param {Pass} pass
 * @returns {Promise<SessionPlan>}
 */
export function sessionPlan(pass) {
  return ask(`/api/sessions/${encodeURIComponent(pass.session)}/plan`, { token: pass.token });
}

/**
 * @param {Pass} pass
 * @param {boolean} keep
 * @returns {Promise<void>}
 */
export async function keep(pass, keep) {
  await ask(`/api/sessions/${encodeURIComponent(pass.session)}/keep`, {
    method: "POST",
    body: { keep },
    token: pass.token,
  });
}

/**
 * Opens the door for other devices if need be, and with a role has a code made.
 *
 * @param {Pass} pass
 * @param {{role: Guest | null, address?: string, port?: number, passes?: DoorPass[]}} asked
 * @returns {Promise<Door>}
 */
export function openDoor(pass, asked) {
  return ask(`/api/sessions/${encodeURIComponent(pass.session)}/door`, { method: "POST", body: asked, token: pass.token });
}

/**
 * @param {Pass} pass
 * @returns {Promise<void>}
 */
export async function closeDoor(pass) {
  await ask(`/api/sessions/${encodeURIComponent(pass.session)}/door`, { method: "DELETE", token: pass.token });
}

/**
 * @param {Pass} pass
 * @param {string} guest
 * @returns {Promise<void>}
 */
export async function revoke(pass, guest) {
  const path = `/api/sessions/${encodeURIComponent(pass.session)}/door/passes/${encodeURIComponent(guest)}`;
  await ask(path, { method: "DELETE", token: pass.token });
}

/**
 * Fetches the sound of a sentence, or null while there is none.
 *
 * @param {string} sha
 * @returns {Promise<ArrayBuffer | null>}
 */
export async function clip(sha) {
  const answer = await fetch(`/api/speech/${sha}.wav`);
  return answer.ok ? answer.arrayBuffer() : null;
}

/**
 * Asks the server anything.
 *
 * @param {string} path
 * @param {{method?: string, body?: unknown, token?: string}} options
 * @returns {Promise<any>}
 */
export async function ask(path, options = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (options.token) headers["Authorization"] = `Bearer ${options.token}`;
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, {
    method: options.method ?? "GET",
    headers,
    cache: "no-store",
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? null : answer.json();
}

/**
 * @param {Response} answer
 * @returns {Promise<Refusal>}
 */
async function refusal(answer) {
  /** @type {Problem} */
  const problem = await answer.json().catch(() => ({}));
  return new Refusal(answer.status, problem);
}
