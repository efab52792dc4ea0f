// The door for other devices, as the giver's page keeps it: the code that is shown, who was let in, and who is here.

import * as api from "./api.js";
import { keepDoor, recallDoor } from "./memory.js";

/** @import {Door as DoorState, Guest} from "../types/pages.d.ts" */
/** @import {Pass} from "./memory.js" */
/** @import {SessionClient} from "./session-client.js" */

/** Keeps one session's door. Event: `change`. */
export class Door extends EventTarget {
  /** @type {DoorState | null} the door as last told; with a code only while that code may still be used */
  state = null;
  /** Why the last thing asked did not work, or "". */
  failure = "";
  /** Whether the door is another screen's to open. */
  elsewhere = false;
  /** @type {string} */
  #present = "";

  /**
   * @param {Pass} pass
   * @param {SessionClient} client
   */
  constructor(pass, client) {
    super();
    this.pass = pass;
    this.client = client;
    client.addEventListener("connection", () => client.connection === "open" && void this.#comeBack());
    client.addEventListener("view", () => this.#look());
  }

  /** Where the receiver's phone is: `none` was ever let in, or it is `here`, or it is `away`. */
  get phone() {
    if (this.client.view?.present.includes("receiver")) return "here";
    return this.state?.passes.some((one) => one.role === "receiver") ? "away" : "none";
  }

  /**
   * Has a code made for one more device.
   *
   * @param {Guest} role
   * @param {string} [address] which of this machine's addresses the picture holds
   */
  invite(role, address) {
    return this.#ask(() => api.openDoor(this.pass, { role, ...(address ? { address } : {}), ...this.#remembered() }));
  }

  /** Sends one device away. @param {string} id */
  revoke(id) {
    return this.#ask(async () => {
      await api.revoke(this.pass, id);
      return api.openDoor(this.pass, { role: null });
    });
  }

  /** Lets nobody join any more, and sends everybody away. */
  close() {
    return this.#ask(async () => {
      await api.closeDoor(this.pass);
      return null;
    });
  }

  /** @param {() => Promise<DoorState | null>} work */
  async #ask(work) {
    try {
      this.state = withCode(this.state, await work());
      this.failure = "";
      keepDoor(this.pass.session, this.state);
    } catch (error) {
      this.failure = error instanceof api.Refusal ? error.message : "offline";
    }
    this.dispatchEvent(new Event("change"));
  }

  /** After a reload, or when the server was started anew: the same port and passes, so that phones find their way. */
  async #comeBack() {
    const remembered = this.#remembered();
    if (remembered.port) await this.#ask(() => api.openDoor(this.pass, { role: null, ...remembered }));
  }

  /** Somebody came or went: their code is used up. Once it is over whoever goes does so for good, and so may the door. */
  #look() {
    const { view } = this.client;
    const present = view?.present.join() ?? "";
    if (present === this.#present) return;
    this.#present = present;
    if (this.state && view?.status !== "finished") void this.#ask(() => api.openDoor(this.pass, { role: null }));
  }

  #remembered() {
    const kept = this.state ?? recallDoor(this.pass.session);
    return kept ? { port: kept.port, passes: kept.passes } : {};
  }
}

/**
 * A door told anew comes without its code; the one shown stays while it is good.
 *
 * @param {DoorState | null} before
 * @param {DoorState | null} now
 * @returns {DoorState | null}
 */
function withCode(before, now) {
  if (!now || now.code || !before?.role || !now.invited.includes(before.role)) return now;
  return { ...before, ...now };
}
