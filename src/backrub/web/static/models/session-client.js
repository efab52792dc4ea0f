// One session over the socket: what the server says, what people ask, and what waits while nobody answers.

import { patched } from "../lib/patching.js";
import { ServerClock } from "./server-clock.js";

/** @import {CommandOut, Hello, Patch, SessionEvent, SessionPlan, Timeline, View} from "../types/pages.d.ts" */
/** @import {Ticker} from "./ticker.js" */

/** @typedef {"connecting" | "open" | "lost" | "gone"} Connection */
/** @typedef {{kind: string, by: "giver" | "receiver", value?: number | undefined, step?: number | null | undefined}} Wish */

const PROTOCOL = 1;
const PINGS_AT_START = 5;
const PING_EVERY_MS = 10_000;
/** A server that was killed is back within a second and a half: until then it is asked for often. */
const RETRY_MS = [200, 300, 300, 300, 300, 500, 500, 1000, 2000];

/** Close codes after which there is nothing to come back to: not our page, not our words, not our session. */
const GONE_CODES = new Set([1008, 4400, 4403]);

/**
 * Talks with the server about one session. It knows no markup.
 *
 * Events: `view`, `timeline`, `plan`, `connection`, `clock`, `refused` (detail: code, message, clip), `event` (detail: event).
 */
export class SessionClient extends EventTarget {
  /** @type {View | null} */
  view = null;
  /** @type {Timeline | null} */
  timeline = null;
  /** @type {SessionPlan | null} */
  plan = null;
  /** @type {Connection} */
  connection = "connecting";
  clock = new ServerClock();
  role = "giver";

  /** @type {WebSocket | null} */
  #socket = null;
  #tries = 0;
  #closed = false;
  /** @type {Map<string, CommandOut>} commands without an answer yet, in the order they were given */
  #waiting = new Map();
  /** @type {Map<number, number>} */
  #pings = new Map();
  #pingCount = 0;
  #played_ms = 0;
  /** Versions seen over this line; a server that was started again may begin lower. */
  #seen = { view: -1, timeline: -1 };

  /**
   * @param {{session: string, token: string, locale: string, url: string, ticker: Ticker, patience_ms?: number}} options
   *   with `patience_ms` a line that does not answer for so long is taken for cut
   */
  constructor(options) {
    super();
    this.options = options;
    this.onVisible = () => {
      if (document.visibilityState === "visible") this.wake();
    };
    document.addEventListener("visibilitychange", this.onVisible);
    window.addEventListener("online", this.onVisible);
  }

  connect() {
    if (this.#closed) return;
    const socket = new WebSocket(this.options.url);
    this.#socket = socket;
    socket.onopen = () => this.#introduce(socket);
    socket.onmessage = (message) => {
      for (const heard of [JSON.parse(String(message.data))].flat()) this.#hear(socket, heard);
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) this.#lose(event.code);
    };
  }

  /** Looks after the line at once: asks for the time, or tries again without waiting. */
  wake() {
    if (this.#closed || this.connection === "gone") return;
    if (this.connection === "open") this.#ping();
    else if (this.#socket === null) this.connect();
  }

  close() {
    this.#closed = true;
    document.removeEventListener("visibilitychange", this.onVisible);
    window.removeEventListener("online", this.onVisible);
    this.options.ticker.clear("ping");
    this.options.ticker.clear("patience");
    this.options.ticker.clear("retry");
    this.#socket?.close();
  }

  /**
   * Asks for something. Without a line it waits, and is sent with the time at which it was asked.
   *
   * @param {Wish} wish
   * @returns {string} the command's id
   */
  send(wish) {
    /** @type {CommandOut} */
    const command = {
      id: newId(),
      at_ms: Math.round(this.clock.now()),
      seen: this.timeline?.version ?? 0,
      kind: wish.kind,
      by: wish.by,
      step: wish.step ?? this.view?.step ?? null,
    };
    if (wish.value !== undefined) command.value = wish.value;
    this.#waiting.set(command.id, command);
    if (this.connection === "open") {
      this.#say(command);
      if (this.options.patience_ms) this.#ping();
    }
    return command.id;
  }

  /** How many commands wait for an answer. */
  get waiting() {
    return this.#waiting.size;
  }

  /** Remembers how far was played, for the server to go on from when it has forgotten more than this page. */
  notePlayed(/** @type {number} */ at_ms) {
    this.#played_ms = Math.max(this.#played_ms, Math.round(at_ms));
  }

  /** @param {WebSocket} socket */
  #introduce(socket) {
    const { session, token, locale } = this.options;
    const played_at_ms = this.#played_ms || null;
    socket.send(JSON.stringify({ token, protocol: PROTOCOL, session, locale, played_at_ms, patches: true }));
  }

  /** @param {unknown} message */
  #say(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /**
   * @param {WebSocket} socket
   * @param {Record<string, any>} message
   */
  #hear(socket, message) {
    if (socket !== this.#socket) return;
    if ("protocol" in message) this.#welcome(/** @type {Hello} */ (message));
    else if ("pong" in message) this.#pong(Number(message["pong"]), Number(message["at_ms"]));
    else if ("view" in message) this.#seeView(/** @type {View} */ (message["view"]));
    else if ("timeline" in message) this.#seeTimeline(/** @type {Timeline} */ (message["timeline"]));
    else if ("patch" in message) this.#seePatch(/** @type {Patch} */ (message["patch"]));
    else if ("plan" in message) this.#seePlan(/** @type {SessionPlan} */ (message["plan"]));
    else if ("ack" in message) this.#answered(String(message["ack"]), Number(message["seq"]));
    else if ("refused" in message) this.#refused(message);
    else if ("event" in message) this.#tell("event", /** @type {SessionEvent} */ (message["event"]));
  }

  /** @param {Hello} hello */
  #welcome(hello) {
    this.role = hello.role;
    this.#tries = 0;
    this.#seen = { view: -1, timeline: -1 };
    this.#pings.clear();
    this.clock.restart(hello.rate);
    this.#connected("open");
    for (let left = PINGS_AT_START; left > 0; left -= 1) this.#ping();
    for (const command of this.#waiting.values()) this.#say(command);
  }

  #ping() {
    this.#pingCount += 1;
    this.#pings.set(this.#pingCount, this.clock.local());
    this.#say({ ping: this.#pingCount });
    this.options.ticker.set("ping", PING_EVERY_MS, () => this.#ping());
    const { patience_ms } = this.options;
    if (patience_ms) this.options.ticker.set("patience", patience_ms, () => this.#giveUp());
  }

  /** The line is silent, or says what cannot be: it is left, since waiting for it to break may take minutes. */
  #giveUp() {
    const socket = this.#socket;
    if (!socket || this.connection !== "open") return;
    this.#lose(1006);
    socket.close();
  }

  /**
   * @param {number} count
   * @param {number} at_ms
   */
  #pong(count, at_ms) {
    const sent_ms = this.#pings.get(count);
    this.options.ticker.clear("patience");
    if (sent_ms === undefined) return;
    this.#pings.delete(count);
    this.clock.add({ sent_ms, received_ms: this.clock.local(), at_ms });
    this.#tell("clock", null);
  }

  /** @param {View} view */
  #seeView(view) {
    if (view.version < this.#seen.view) return;
    this.#seen.view = view.version;
    this.view = view;
    this.#tell("view", view);
  }

  /** @param {Timeline} timeline */
  #seeTimeline(timeline) {
    if (timeline.version < this.#seen.timeline) return;
    this.#seen.timeline = timeline.version;
    this.timeline = timeline;
    this.#tell("timeline", timeline);
  }

  /** What has changed; if it does not fit what is held here, coming in anew brings the whole. @param {Patch} patch */
  #seePatch(patch) {
    if (patch.version <= this.#seen.timeline) return;
    const timeline = this.timeline && patched(this.timeline, patch);
    if (timeline) this.#seeTimeline(timeline);
    else this.#giveUp();
  }

  /** @param {SessionPlan} plan */
  #seePlan(plan) {
    this.plan = plan;
    this.#tell("plan", plan);
  }

  /**
   * @param {string} id
   * @param {number} seq number of the last event it led to
   */
  #answered(id, seq) {
    this.#waiting.delete(id);
    this.#tell("answered", { id, seq });
  }

  /** @param {Record<string, any>} message */
  #refused(message) {
    const id = String(message["refused"]);
    this.#waiting.delete(id);
    const clip = typeof message["clip"] === "string" ? message["clip"] : null;
    this.#tell("refused", { id, code: String(message["code"]), message: String(message["message"]), clip });
  }

  /** @param {number} code */
  #lose(code) {
    this.#socket = null;
    this.options.ticker.clear("ping");
    this.options.ticker.clear("patience");
    if (this.#closed) return;
    if (GONE_CODES.has(code)) {
      this.#connected("gone");
      return;
    }
    this.#connected("lost");
    const delay_ms = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)] ?? 2000;
    this.#tries += 1;
    this.options.ticker.set("retry", delay_ms, () => {
      if (this.#socket === null) this.connect();
    });
  }

  /** @param {Connection} connection */
  #connected(connection) {
    this.connection = connection;
    this.#tell("connection", connection);
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/**
 * Makes an id nobody else makes. `crypto.randomUUID` is missing where the page came over plain http from another
 * machine.
 *
 * @returns {string}
 */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
