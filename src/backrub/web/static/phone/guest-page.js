// What every page of a second device has: the line to its session, words, fingers and keys that say stop.

import { SessionClient } from "../models/session-client.js";
import { Ticker } from "../models/ticker.js";
import { LitElement, html, nothing } from "../vendor/lit.js";
import { KeepAwake } from "./awake.js";
import { Confirmer } from "./confirming.js";
import { Gestures } from "./gestures.js";
import { wishOf } from "./keys.js";

/** @import {Say} from "../lib/words.js" */
/** @import {Guest} from "./memory.js" */
/** @import {Wish} from "./keys.js" */

/** How long the answer to a wish fills the screen, and how long a refusal stands [ms]. */
const FLASH_MS = 800;
const REFUSAL_MS = 6000;

/** A screen dark for longer than this had fallen asleep [ms]. */
const ASLEEP_MS = 3000;

/** A line that does not answer for so long is taken for cut [ms]. */
const PATIENCE_MS = 3000;

/** A page of a device that was let in. Set `guest`, `say` and `locale` before it is put into the document. Event: `gone`. */
export class GuestPage extends LitElement {
  constructor() {
    super();
    /** @type {Guest} */
    this.guest = /** @type {any} */ (undefined);
    /** @type {Say} */
    this.say = (id) => id;
    this.locale = "en";
    /** What was last said here, while its answer fills the screen. @type {{kind: string, text: string, sent: boolean} | null} */
    this.flash = null;
    this.refusal = "";
    /** Ids of a stop that was made here and is not confirmed. @type {string | null} */
    this.stopping = null;
    /** Whether the phone fell asleep at least once. */
    this.slept = false;
    this.hidden_ms = 0;
    this.ticker = new Ticker();
    this.confirmer = new Confirmer();
    this.awake = new KeepAwake();
    this.gestures = new Gestures({
      alarms: this.ticker,
      now: () => performance.now(),
      onTap: (/** @type {Wish} */ wish) => this.wish(wish),
      onStop: () => this.wish({ kind: "stop" }),
    });
    this.lastPress_ms = -Infinity;
    this.onKeyDown = (/** @type {KeyboardEvent} */ event) => this.keyDown(event);
    this.onKeyUp = (/** @type {KeyboardEvent} */ event) => this.gestures.release(`key-${event.code || event.key}`);
    this.onHide = () => this.hide();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`;
    this.client = new SessionClient({ ...this.guest, locale: this.locale, url, ticker: this.ticker, patience_ms: PATIENCE_MS });
    this.listen(this.client);
    this.client.connect();
    window.addEventListener("keydown", this.onKeyDown);
    window.addEventListener("keyup", this.onKeyUp);
    document.addEventListener("visibilitychange", this.onHide);
    this.addEventListener("pointerdown", (event) => this.press(event));
    this.addEventListener("pointerup", (event) => this.gestures.release(`finger-${event.pointerId}`));
    this.addEventListener("pointercancel", (event) => this.gestures.cancel(`finger-${event.pointerId}`));
    this.addEventListener("contextmenu", (event) => event.preventDefault());
    this.addEventListener("click", (event) => this.clicked(event));
    this.awake.addEventListener("change", () => this.requestUpdate());
  }

  disconnectedCallback() {
    window.removeEventListener("keydown", this.onKeyDown);
    window.removeEventListener("keyup", this.onKeyUp);
    document.removeEventListener("visibilitychange", this.onHide);
    this.client?.close();
    this.confirmer.close();
    this.awake.close();
    this.ticker.close();
    super.disconnectedCallback();
  }

  /** @param {SessionClient} client */
  listen(client) {
    const again = () => this.requestUpdate();
    client.addEventListener("view", again);
    client.addEventListener("connection", () => {
      if (client.connection === "gone") this.dispatchEvent(new Event("gone"));
      again();
    });
    client.addEventListener("answered", (event) => this.answered(/** @type {CustomEvent} */ (event).detail.id, ""));
    client.addEventListener("refused", (event) => {
      const { id, message } = /** @type {CustomEvent} */ (event).detail;
      this.answered(id, message);
    });
  }

  /** Where the session stands; what was stopped here is stopped, whatever else is known. */
  get status() {
    return this.stopping ? "stopped" : (this.client?.view?.status ?? "planned");
  }

  get connected() {
    return this.client?.connection === "open";
  }

  /** Whether wishes are only tried out: hands are not on yet. */
  get practising() {
    return this.status === "planned" || this.status === "preparing";
  }

  /**
   * Says something: answered here at once, then sent. Stop never waits for anybody.
   *
   * @param {Wish} wish
   */
  wish(wish) {
    if (this.status === "stopped" && wish.kind !== "resume" && wish.kind !== "stop") return;
    const only_tried = this.practising && wish.kind !== "stop";
    this.confirmer.confirm(wish.kind);
    if (!only_tried) {
      const id = this.client?.send({ ...wish, by: "receiver" }) ?? "";
      if (wish.kind === "stop") this.stopping = id;
    }
    this.refusal = "";
    this.shine(wish, this.connected || only_tried);
  }

  /**
   * Fills the screen with the answer for a moment.
   *
   * @param {Wish} wish
   * @param {boolean} sent whether it is on its way
   */
  shine(wish, sent) {
    const text = wish.kind === "rate" ? this.say(`phone-rate-${wish.value}`) : this.say(`phone-${wish.kind}`);
    this.flash = { kind: wish.kind, text, sent };
    this.requestUpdate();
    this.ticker.set("flash", FLASH_MS, () => {
      this.flash = null;
      this.requestUpdate();
    });
  }

  /**
   * @param {string} id
   * @param {string} message why not, or ""
   */
  answered(id, message) {
    if (id === this.stopping) this.stopping = null;
    this.refusal = message;
    if (message)
      this.ticker.set("refusal", REFUSAL_MS, () => {
        this.refusal = "";
        this.requestUpdate();
      });
    this.requestUpdate();
  }

  /** @param {PointerEvent} event */
  press(event) {
    this.wakeUp();
    this.lastPress_ms = performance.now();
    this.gestures.press(`finger-${event.pointerId}`, wishUnder(event.target));
  }

  /** A click without a finger comes from a screen reader or a focused button. @param {MouseEvent} event */
  clicked(event) {
    if (event.detail !== 0 && performance.now() - this.lastPress_ms < 1000) return;
    const wish = wishUnder(event.target);
    if (wish) this.wish(wish);
  }

  /** @param {KeyboardEvent} event */
  keyDown(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    this.wakeUp();
    const onButton = document.activeElement?.matches("button:focus-visible, input");
    if (onButton && (event.key === "Enter" || event.key === " ")) return;
    const wish = this.keyed(event.key);
    if (!wish) return;
    event.preventDefault();
    if (event.repeat) return;
    if (wish.kind === "stop") this.wish(wish);
    else this.gestures.press(`key-${event.code || event.key}`, wish);
  }

  /** What a key says on this page. @param {string} key @returns {Wish | null} */
  keyed(key) {
    return wishOf(key);
  }

  /** The first touch lets tones sound and keeps the screen on. */
  wakeUp() {
    this.confirmer.wake();
    void this.awake.start();
  }

  /** A page nobody sees is away, and says so while it can; coming back it is there again. */
  hide() {
    const hidden = document.visibilityState === "hidden";
    if (hidden) this.hidden_ms = performance.now();
    else if (performance.now() - this.hidden_ms > ASLEEP_MS) this.slept = true;
    if (!hidden || this.connected) this.client?.send({ kind: hidden ? "leave" : "join", by: "receiver" });
    this.requestUpdate();
  }

  /** One line about what is amiss, calmly, or nothing. */
  trouble() {
    if (!this.connected) return this.say("phone-lost");
    if (this.refusal) return this.refusal;
    if (this.slept) return this.say("phone-slept");
    if (this.awake.tried && this.awake.how === "not") return this.say("phone-auto-lock");
    return "";
  }

  /** The answer that fills the screen, and its word for a screen reader. */
  flashed() {
    const { flash } = this;
    const note = flash && !flash.sent ? this.say("phone-unsent") : "";
    return html`<div class="flash" data-kind=${flash?.kind ?? nothing} ?hidden=${!flash} aria-hidden="true">
        <span class="flash-word">${flash?.text}</span><span class="soft">${note}</span>
      </div>
      <p class="visually-hidden" role="status">${flash ? `${flash.text}. ${note}` : ""}</p>`;
  }

  /** Stop, for whoever presses a button rather than a finger anywhere. */
  stopStrip() {
    return html`<button class="stop-strip" data-kind="stop">
        <span>${this.say("phone-stop-how")}</span><span class="soft">${this.say("phone-stop-say")}</span>
      </button>
      <p class="trouble" role="status">${this.trouble()}</p>`;
  }

  /** After a stop: nothing more, until they want it. */
  stopScene() {
    const by = this.client?.view?.stopped_by;
    const unheard = this.stopping !== null && !this.connected;
    const resting = !this.stopping && (by === "giver" || by === "coach");
    return html`<section class="quiet" data-scene="stop">
      <h1>${this.say(resting ? "phone-stopped-rest" : "phone-stopped")}</h1>
      <p class="soft" role="alert">${unheard ? this.say("phone-stop-unheard") : this.say("phone-stopped-how")}</p>
      ${this.stopping || this.guest.role === "watcher" ? nothing : html`<button class="region go" data-kind="resume">${this.say("phone-resume")}</button>`}
      <p class="trouble" role="status">${this.trouble()}</p>
    </section>`;
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {Wish | null} what the button there says
 */
function wishUnder(target) {
  const button = target instanceof Element ? target.closest("button[data-kind]") : null;
  if (!(button instanceof HTMLElement)) return null;
  const { kind = "", value } = button.dataset;
  return value ? { kind, value: Number(value) } : { kind };
}
