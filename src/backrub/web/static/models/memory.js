// What this one tab remembers over a reload: the way back into a running session, and what was said in it. The way back
// alone is known to the whole browser as well, until the session ends, for a tab that was closed by a slip.

/** @import {Door, Wishes} from "../types/pages.d.ts" */

/** @typedef {{session: string, token: string}} Pass */

const PASS = "backrub-pass";
const SAID = "backrub-said";
const DOOR = "backrub-door";
const CARD = "backrub-card";
const VOLUME = "backrub-volume";
const TURN = "backrub-turn";

/* Where a browser keeps nothing, asking for either throws. */
const thisTab = () => sessionStorage;
const everyTab = () => localStorage;

/** @returns {Pass | null} the session that this tab leads */
export function recallPass() {
  return passOf(read(PASS));
}

/**
 * Gives the way back into a session that another tab of this browser opened, if it still goes on.
 *
 * @param {string | null} running id of the session that the server leads
 * @returns {Pass | null}
 */
export function recallLostPass(running) {
  const pass = passOf(read(PASS, everyTab));
  if (pass?.session === running) return pass;
  if (pass) remove(PASS, everyTab); // it is over
  return null;
}

/** @param {Record<string, unknown> | null} kept */
function passOf(kept) {
  return kept && typeof kept["session"] === "string" && typeof kept["token"] === "string"
    ? { session: kept["session"], token: kept["token"] }
    : null;
}

/** @param {Pass} pass */
export function keepPass(pass) {
  write(PASS, pass);
  write(PASS, pass, everyTab);
}

/** Forgets the session and all that was said in it. */
export function forgetPass() {
  for (const name of [PASS, SAID, DOOR, CARD]) remove(name);
  remove(PASS, everyTab);
}

/** @returns {string | null} the kept card that the session is led with */
export function recallCard() {
  const id = read(CARD)?.["id"];
  return typeof id === "string" ? id : null;
}

/** @param {string | null} id */
export function keepCard(id) {
  write(CARD, { id });
}

/**
 * @param {string} session
 * @returns {string[]} ids of the cues said in this session
 */
export function recallSaid(session) {
  const kept = read(SAID);
  return kept && kept["session"] === session && Array.isArray(kept["ids"]) ? kept["ids"].map(String) : [];
}

/**
 * @param {string} session
 * @param {Iterable<string>} ids
 */
export function keepSaid(session, ids) {
  write(SAID, { session, ids: [...ids] });
}

/**
 * @param {string} session
 * @returns {Pick<Door, "port" | "passes"> | null} where other devices come in, and who was let in
 */
export function recallDoor(session) {
  const kept = read(DOOR);
  return kept && kept["session"] === session && typeof kept["port"] === "number" && Array.isArray(kept["passes"])
    ? { port: kept["port"], passes: kept["passes"] }
    : null;
}

/**
 * @param {string} session
 * @param {Door | null} door
 */
export function keepDoor(session, door) {
  write(DOOR, door && { session, port: door.port, passes: door.passes });
}

/**
 * @returns {{other: Wishes, minutes: number} | null} whose turn it still is after this session, and for how long
 */
export function recallTurn() {
  const kept = read(TURN);
  const other = kept?.["other"];
  const minutes = kept?.["minutes"];
  return other && typeof other === "object" && typeof minutes === "number" ? { other: /** @type {Wishes} */ (other), minutes } : null;
}

/** @param {{other: Wishes, minutes: number} | null} turn without health answers: they are asked when it is their turn */
export function keepTurn(turn) {
  write(TURN, turn);
}

/** @returns {number} from 0 to 1 */
export function recallVolume() {
  const volume = Number(read(VOLUME)?.["volume"]);
  return volume >= 0 && volume <= 1 ? volume : 0.8;
}

/** @param {number} volume */
export function keepVolume(volume) {
  write(VOLUME, { volume });
}

/**
 * @param {string} name
 * @param {() => Storage} from
 */
function remove(name, from = thisTab) {
  try {
    from().removeItem(name);
  } catch {
    // no storage, so nothing to forget
  }
}

/**
 * @param {string} name
 * @param {() => Storage} from
 * @returns {Record<string, unknown> | null}
 */
function read(name, from = thisTab) {
  try {
    return JSON.parse(from().getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {() => Storage} into
 */
function write(name, value, into = thisTab) {
  try {
    into().setItem(name, JSON.stringify(value));
  } catch {
    // without storage a reload starts over, and nothing else is lost
  }
}
