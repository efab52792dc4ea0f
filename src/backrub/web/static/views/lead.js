// The leading screen: one bright thing at a time, hands on the map, and targets for elbows, keys and pedals.

import "../elements/back-map.js";
import "../elements/pressure-bars.js";
import "../elements/pulse-ring.js";
import { fit } from "../lib/fitting.js";
import { isModifier, meaningOf } from "../lib/keys.js";
import { leadingOf } from "../models/leading.js";
import { html, nothing } from "../vendor/lit.js";
import { doorSheet } from "./lead-door.js";
import { drawer, keySheet } from "./lead-drawer.js";
import { holdView } from "./lead-hold.js";
import { gone, overlay, paused, preparing, stopped } from "./lead-moments.js";
import { running } from "./lead-running.js";
import { PageView } from "./page-view.js";

/** @import {Meaning} from "../lib/keys.js" */
/** @import {Leading} from "../models/leading.js" */

/** A screen this wide, lying down, is read from across the room; a phone on its side has words and back side by side too. */
const FAR = "(min-width: 60rem) and (min-aspect-ratio: 1/1), (min-width: 36rem) and (max-height: 30rem)";

/** Hands glide slowly: thirty pictures a second are enough, and spare an old phone's battery [ms]. */
const FRAME_MS = 30;

/** One calm breath, out and in: the ring round a hand that holds keeps its time [s]. */
const BREATH_S = 7;

/** The page that leads. */
export class LeadView extends PageView {
  constructor() {
    super();
    this.far = matchMedia(FAR);
    this.frame = 0;
    this.second = -1;
    /** What is open over the page. @type {"drawer" | "keys" | "door" | null} */
    this.open = null;
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.key(event);
    this.onTouch = (/** @type {PointerEvent} */ event) => this.touch(event);
    this.onChange = () => this.follow();
    this.onFar = () => this.dressRoom();
    this.drawn_ms = 0;
    this.held = { left_ms: 0, most_ms: 0 };
    this.onFrame = (/** @type {number} */ now_ms) => this.move(now_ms);
  }

  /** @returns {Leading} */
  get leading() {
    return /** @type {Leading} */ (leadingOf(this.evening));
  }

  connectedCallback() {
    super.connectedCallback();
    this.leading.addEventListener("change", this.onChange);
    this.far.addEventListener("change", this.onFar);
    window.addEventListener("keydown", this.onKey);
    window.addEventListener("pointerup", this.onTouch);
    this.dressRoom();
    void this.leading.wake();
    if (this.evening.phoneFirst) this.openDoor();
    this.evening.phoneFirst = false;
    this.frame = requestAnimationFrame(this.onFrame);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.frame);
    this.leading?.removeEventListener("change", this.onChange);
    this.far.removeEventListener("change", this.onFar);
    window.removeEventListener("keydown", this.onKey);
    window.removeEventListener("pointerup", this.onTouch);
    super.disconnectedCallback();
  }

  /** @returns {unknown} */
  render() {
    const { leading } = this;
    const { status } = leading;
    this.watchHold();
    return html`<div class="lead" data-status=${status} data-hold=${this.holding ?? ""}>
      <h1 class="visually-hidden">${this.say("lead-title")}</h1>
      ${this.scene()}
      ${leading.speaker.asleep && status !== "stopped" ? overlay(this) : nothing}
      ${this.open === "drawer" ? drawer(this) : nothing} ${this.open === "keys" ? keySheet(this) : nothing}
      ${this.open === "door" ? doorSheet(this) : nothing}
    </div>`;
  }

  updated() {
    fit(/** @type {HTMLElement | null} */ (this.querySelector(".words:not(.hold)")));
  }

  scene() {
    const { leading } = this;
    const { status } = leading;
    if (status === "stopped") return stopped(this);
    if (leading.client.connection === "gone") return gone(this);
    if (status === "paused") return paused(this);
    if (status === "running") return this.holding ? holdView(this, this.holding) : running(this);
    return preparing(this);
  }

  /** The stage of the hold that goes on, or null. */
  get holding() {
    return this.leading.status === "running" ? (this.leading.view?.hold?.stage ?? null) : null;
  }

  /** Whether half the time of a still hold is over; a page that came later knows only the time since. */
  get halfHeld() {
    return this.held.left_ms <= this.held.most_ms / 2;
  }

  /** Keeps how long a still hold lasts and how much of it is left. */
  watchHold() {
    const { clock, view } = this.leading.client;
    const left_ms = (view?.hold?.stage_ends_at_ms ?? 0) - clock.now();
    const most_ms = this.holding === "still" ? Math.max(this.held.most_ms, left_ms) : 0;
    this.held = { left_ms, most_ms };
  }

  /** What was last said, for eyes and for a screen reader. */
  caption() {
    return this.leading.caption?.text ?? "";
  }

  /** @param {Meaning} wish */
  ask(wish) {
    this.open = null;
    this.leading.ask(wish);
    void this.leading.wake();
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isModifier(event.key)) return;
    if (this.leading.speaker.asleep && event.key !== "Escape") {
      event.preventDefault();
      void this.leading.wake();
      return;
    }
    if (this.open) {
      if (event.key === "Escape") this.show(null);
      return;
    }
    if (event.key === "?") {
      this.show("keys");
      return;
    }
    if (this.leading.status === "stopped") {
      if (!this.leading.untouched || event.key === "Escape") this.leave();
      return;
    }
    if ((event.key === "Enter" || event.key === " ") && ownsKey(document.activeElement)) return;
    const meaning = meaningOf(event.key, this.leading.status, this.holding);
    if (!meaning || event.repeat) return;
    event.preventDefault();
    this.ask(meaning);
  }

  /** @param {PointerEvent} event */
  touch(event) {
    if (this.leading.speaker.asleep) void this.leading.wake();
    // An elbow leaves no focus behind, or the next space bar would press the same button again.
    if (event.target instanceof HTMLElement && !event.target.closest("dialog")) {
      setTimeout(() => document.activeElement instanceof HTMLButtonElement && document.activeElement.blur(), 0);
    }
  }

  /** @param {LeadView["open"]} what */
  show(what) {
    this.open = what;
    this.requestUpdate();
  }

  /** Shows the way in for other devices, with a code for their phone unless it is here. */
  openDoor() {
    const { door } = this.leading;
    if (door.phone !== "here" && !door.state?.code) void door.invite("receiver");
    this.show("door");
  }

  /** After a stop, the first touch or key leads to the quiet page; not within the first moments. */
  leave() {
    this.go("#/after");
  }

  /** Goes back to the first page, knowing nothing of a session that is no more. */
  abandon() {
    this.leading.close();
    this.evening.forget();
    this.go("#/");
  }

  follow() {
    if (this.leading.status === "finished") this.go("#/after");
    this.requestUpdate();
  }

  dressRoom() {
    if (this.far.matches) document.documentElement.dataset["room"] = "far";
    else delete document.documentElement.dataset["room"];
    this.requestUpdate();
  }

  /**
   * Moves what moves with every frame, and renders once a second.
   *
   * @param {number} now_ms
   */
  move(now_ms = 0) {
    this.frame = requestAnimationFrame(this.onFrame);
    if (now_ms - this.drawn_ms < FRAME_MS) return;
    this.drawn_ms = now_ms;
    const position = this.leading.position();
    if (!position) return;
    const path = this.leading.pathOf(position.step);
    const map = /** @type {any} */ (this.querySelector("back-map"));
    if (map && this.leading.status === "running") {
      map.breath = (position.elapsed_s / BREATH_S) % 1;
      map.playhead_s = position.elapsed_s;
    }
    const ring = /** @type {any} */ (this.querySelector("pulse-ring"));
    if (ring && path) ring.phase = position.elapsed_s / path.cycle_s;
    const second = Math.ceil(position.remaining_s) * 1000 + (position.step ?? 0);
    if (second !== this.second) this.requestUpdate();
    this.second = second;
  }
}

/**
 * Tells whether a focused control was reached by the keyboard, and so wants its own Enter and space.
 *
 * @param {Element | null} element
 * @returns {boolean}
 */
function ownsKey(element) {
  return element instanceof HTMLElement && element.matches("button:focus-visible, input, a:focus-visible, summary");
}

customElements.define("lead-view", LeadView);
