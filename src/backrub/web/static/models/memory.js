// What this one tab remembers over a reload: the way back into a running session, and what was said in it.

/** @import {Door, Wishes} from "../types/pages.d.ts" */

/** @typedef {{session: string, token: string}} Pass */

const PASS = "backrub-pass";
const SAID = "backrub-said";
const DOOR = "backrub-door";
const CARD = "backrub-card";
const VOLUME = "backrub-volume";
const TURN = "backrub-turn";

/** @returns {Pass | null} */
export function recallPass() {
  const kept = read(PASS);
  return kept && typeof kept["session"] === "string" && typeof kept["token"] === "string"
    ? { session: kept["session"], token: kept["token"] }
    : null;
}

/** @param {Pass} pass */
export function keepPass(pass) {
  write(PASS, pass);
}

/** Forgets the session and all that was said in it. */
export function forgetPass() {
  try {
    sessionStorage.removeItem(PASS);
    sessionStorage.removeItem(SAID);
    sessionStorage.removeItem(DOOR);
    sessionStorage.removeItem(CARD);
  } catch {
    // no storage, so nothing to forget
  }
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
 * @returns {Record<string, unknown> | null}
 */
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function write(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // without storage a reload starts over, and nothing else is lost
  }
}
