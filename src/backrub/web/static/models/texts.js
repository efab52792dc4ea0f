// What the server answers about routines as text.

import { ask } from "./api.js";

/** @import {Body} from "../types/pages.d.ts" */
/** @import {CheckedJson, LinePathsJson, MendedJson, Offer, RuleJson, ShelvedJson} from "../types/wire.d.ts" */
/** @import {Pass} from "./memory.js" */

/** @returns {Promise<ShelvedJson[]>} */
export async function library() {
  return (await ask("/api/routines")).routines;
}

/** @param {string} name @returns {Promise<string>} */
export async function fromLibrary(name) {
  return (await ask(`/api/routines/${encodeURIComponent(name)}`)).text;
}

/** @param {string} text @param {Body | null} body who receives it @returns {Promise<CheckedJson>} */
export function check(text, body) {
  return send("check", { text, body });
}

/** @param {string} text @returns {Promise<MendedJson>} */
export function layOut(text) {
  return send("format", { text });
}

/** @param {string} text @param {boolean} unsafe whether also what changes the rub @returns {Promise<MendedJson>} */
export function mend(text, unsafe) {
  return send("mend", { text, unsafe });
}

/**
 * @param {string} text
 * @param {{code: string, line: number, column: number}} finding the one to mend
 * @param {Body | null} body who receives it
 * @returns {Promise<MendedJson>}
 */
export function mendOne(text, { code, line, column }, body) {
  return send("mend", { text, code, line, column, body });
}

/** @param {string} text @param {number} line @param {number} column @returns {Promise<Offer[]>} */
export async function offers(text, line, column) {
  return (await send("complete", { text, line, column })).offers;
}

/** @param {string} text @param {number} line @param {number} column @returns {Promise<string | null>} */
export async function help(text, line, column) {
  return (await send("help", { text, line, column })).page;
}

/**
 * @param {string} text
 * @param {number} line
 * @param {Body | null} body who receives it
 * @param {string} back the name of the back that is known
 * @returns {Promise<LinePathsJson>}
 */
export function paths(text, line, body, back) {
  return send("paths", { text, line, body, back });
}

/** @param {unknown} routine as the plan page or a file has it @returns {Promise<string>} */
export async function textOf(routine) {
  return (await send("text", routine)).text;
}

/** @param {string} text @param {string} talk @param {Body | null} body who receives it @returns {Promise<Pass>} */
export function lead(text, talk, body) {
  return send("lead", { text, talk, body });
}

/** @param {string} code @returns {Promise<RuleJson>} */
export function rule(code) {
  return ask(`/api/rules/${encodeURIComponent(code)}`);
}

/** @param {string} what @param {unknown} body @returns {Promise<any>} */
function send(what, body) {
  return ask(`/api/routines/${what}`, { method: "POST", body });
}
