// A session as it is led on this page: the line to the server, the voice, the screen kept awake, and what is done here
// at once, before or without the server.

import { giverSideAt } from "../lib/facing.js";
import { positionAt, stepAfter } from "../lib/progress.js";
import * as api from "./api.js";
import { CuePlayer } from "./cue-player.js";
import { Door } from "./door.js";
import { MediaKeys } from "./media-keys.js";
import { keepSaid, recallSaid } from "./memory.js";
import { OwnRest } from "./own-rest.js";
import { roomOf } from "./room.js";
import { SessionClient } from "./session-client.js";
import { WakeLock } from "./wake-lock.js";

/** @import {Cue, RoutineStep, SessionPlan, Status, StrokePath} from "../types/pages.d.ts" */
/** @import {Meaning} from "../lib/keys.js" */
/** @import {Evening} from "./evening.js" */
/** @import {Pass} from "./memory.js" */

/** How long the reason of a refusal is shown [ms]. */
const REFUSAL_MS = 6000;

/** What is light already: after a rest it goes on as it was. */
const LIGHT = new Set(["effleurage", "caress", "feather-strokes", "resting-hands"]);

/** What the receiver says, and the giver's screen only passes on. */
const THEIR_WORDS = new Set([
  ...["stop", "softer", "firmer", "just-right", "not-there", "rate", "breath-held"],
  ...["easing", "eased", "same", "worse", "radiates", "spot-here", "spot-not-found"],
]);

/** @type {WeakMap<Evening, Leading>} */
const leadings = new WeakMap();

/** Leads one session on this page. Event: `change`. */
export class Leading extends EventTarget {
  /** @type {Cue | null} what was last said or shown */
  caption = null;
  /** @type {string} why the last wish was refused, for a moment */
  refusal = "";
  /** Whether it was stopped here and the server has not confirmed it. */
  #stopped = false;
  /** @type {OwnRest | null} a rest asked for here, and what came after it, that the server has not confirmed */
  #rest = null;
  /** @type {string | null} id of a stop that waits for its answer */
  #stopping = null;
  /** @type {string | null} id of a pause that waits for its answer */
  #pausing = null;
  /** Number of the last event that an answer told of: a view from before it shows how things were. */
  #confirmed = -1;
  /** @type {Set<string>} ids of wishes that somebody made by hand and that wait for their answers */
  #byHand = new Set();
  /** Version of the timeline that a stop made here has ended. */
  #ended = -1;

  /**
   * @param {Evening} evening
   * @param {Pass} pass
   */
  constructor(evening, pass) {
    super();
    this.evening = evening;
    const { ticker, speaker } = roomOf(evening);
    this.ticker = ticker;
    this.speaker = speaker;
    this.client = new SessionClient({ ...pass, locale: evening.locale, url: socketUrl(), ticker });
    this.player = new CuePlayer({ clock: this.client.clock, ticker, speaker, played: recallSaid(pass.session) });
    this.door = new Door(pass, this.client);
    this.door.addEventListener("change", () => this.#changed());
    this.awake = new WakeLock();
    this.media = new MediaKeys((kind) => this.mediaKey(kind));
    this.#listen(pass);
    this.client.connect();
    void this.speaker.wake();
    void this.awake.hold();
  }

  /** @returns {Status} where the session stands, as far as this page knows */
  get status() {
    const told = this.client.view?.status ?? "planned";
    if (this.#stopped || told === "stopped") return "stopped";
    if (this.#rest) return this.#rest.resting ? "paused" : "running";
    return told;
  }

  get view() {
    return this.client.view;
  }

  /** Whether no hand was laid on yet. */
  get untouched() {
    return this.view?.step === null && this.view.played_ms === 0 && this.view.status !== "finished";
  }

  /** @returns {SessionPlan | null} */
  get plan() {
    return this.client.plan;
  }

  /** Where the session stands at this moment. */
  position() {
    const { clock, view } = this.client;
    if (!view) return null;
    const phaseOf = (/** @type {number} */ index) => this.stepOf(index)?.phase;
    return this.#rest?.position(clock.now(), phaseOf) ?? positionAt(view, clock.now(), phaseOf);
  }

  /**
   * @param {number | null} index
   * @returns {RoutineStep | undefined}
   */
  stepOf(index) {
    return index === null ? undefined : this.plan?.routine.steps[index];
  }

  /**
   * @param {number | null} index
   * @returns {number | null} which step that takes time comes next
   */
  indexAfter(index) {
    return this.view ? stepAfter(this.view, index) : null;
  }

  /**
   * @param {number | null} index
   * @returns {"left" | "right"} the receiver's side at which the giver is in a step
   */
  giverSideAt(index) {
    const { steps = [], giver_side = "left" } = this.plan?.routine ?? {};
    return giverSideAt(steps, index ?? -1, giver_side);
  }

  /** Whether hands only come back after a rest, with long light strokes in place of what the step is about. */
  get warming() {
    const position = this.position();
    const technique = this.stepOf(position?.step ?? null)?.technique;
    return Boolean(position?.warming && technique && !LIGHT.has(technique));
  }

  /**
   * @param {number | null} index
   * @returns {StrokePath | null}
   */
  pathOf(index) {
    const key = index === null ? null : this.plan?.step_paths[index];
    return (key && this.plan?.paths[key]) || null;
  }

  /**
   * Asks for something, on behalf of whoever says it; stop and pause act here at once, and so does going on after that.
   *
   * @param {Meaning} wish
   */
  ask(wish) {
    this.refusal = "";
    const by = THEIR_WORDS.has(wish.kind) ? "receiver" : "giver";
    const step = this.position()?.step ?? null;
    const id = this.client.send({ ...wish, by, step });
    this.#byHand.add(id);
    if (wish.kind === "stop") this.#stopHere(id);
    if (wish.kind === "pause" && this.status === "running") this.#restHere(id);
    if (wish.kind === "resume" && this.#rest) this.#goOnHere();
    if (wish.kind === "resume" && this.untouched) this.#takeBack();
    this.#changed();
  }

  /** Makes sound possible and takes hold of the media keys; call it from a key or a tap. */
  async wake() {
    await this.speaker.wake();
    if (!this.speaker.quiet) await this.media.begin(this.evening.say("app-name"));
    this.player.look();
    this.#changed();
  }

  /** @param {"pause" | "resume" | "next" | "back" | "stop"} kind */
  mediaKey(kind) {
    const toggled = kind === "pause" || kind === "resume";
    if (toggled) this.ask({ kind: this.status === "paused" ? "resume" : "pause" });
    else this.ask({ kind });
  }

  close() {
    this.player.close();
    this.client.close();
    this.media.close();
    this.awake.close();
    leadings.delete(this.evening);
  }

  /** @param {Pass} pass */
  #listen(pass) {
    const { client, player } = this;
    client.addEventListener("plan", () => {
      this.speaker.clips.fetch(this.plan?.clips ?? []);
      this.#changed();
    });
    client.addEventListener("timeline", () => this.#takeTimeline());
    client.addEventListener("view", () => this.#takeView());
    client.addEventListener("clock", () => player.look());
    client.addEventListener("connection", () => this.#changed());
    client.addEventListener("answered", (event) => this.#answered(/** @type {CustomEvent} */ (event).detail));
    client.addEventListener("refused", (event) => this.#refused(/** @type {CustomEvent} */ (event).detail));
    player.addEventListener("cue", (event) => this.#show(/** @type {CustomEvent} */ (event).detail.cue));
    player.addEventListener("said", (event) => keepSaid(pass.session, /** @type {CustomEvent} */ (event).detail));
    this.speaker.addEventListener("change", () => this.#changed());
  }

  /** Nothing of what was stopped or paused here is said any more, even if it was on its way. */
  #takeTimeline() {
    const { timeline } = this.client;
    if (!timeline || this.#stopping || this.#rest) return;
    if (this.#stopped && timeline.version <= this.#ended) return;
    this.player.take(timeline);
  }

  #takeView() {
    const status = this.client.view?.status;
    if (status === "planned" && this.client.waiting === 0) this.client.send({ kind: "start", by: "giver" });
    this.#settle();
    this.media.setPlaying(this.status === "running" || this.status === "preparing");
    this.#changed();
  }

  /** Goes by what the server says again, once it has heard everything that was done here. */
  #settle() {
    const { view, waiting } = this.client;
    if ((view?.version ?? -1) < this.#confirmed) return;
    const over = view?.status === "stopped" || view?.status === "finished" || view?.status === "paused";
    if (over && this.#stopping === null) this.#stopped = false;
    if (this.#rest === null || waiting > 0) return;
    this.#rest = null;
    this.#takeTimeline();
  }

  /** @param {Cue} cue */
  #show(cue) {
    this.caption = cue;
    this.client.notePlayed(cue.at_ms);
    this.#changed();
  }

  /**
   * The room falls silent and dark before anybody answers.
   *
   * @param {string} id
   */
  #stopHere(id) {
    this.#stopped = true;
    this.#stopping = id;
    this.#ended = this.client.timeline?.version ?? -1;
    this.caption = null;
    this.player.silence();
  }

  /**
   * Hands rest before anybody answers; the place is kept.
   *
   * @param {string} id
   */
  #restHere(id) {
    const { clock, timeline, view } = this.client;
    this.#pausing = id;
    if (this.#rest) this.#rest.rest(clock.now());
    else if (view) this.#rest = new OwnRest(view, timeline, clock.now());
    this.player.silence();
  }

  /** Hands go on where they rested here, whatever the server knows of it. */
  #goOnHere() {
    const timeline = this.#rest?.goOn(this.client.clock.now());
    if (timeline) this.player.take(timeline);
  }

  /** What was done here was not to be. */
  #takeBack() {
    this.#stopped = false;
    this.#rest = null;
    this.#stopping = null;
    this.#takeTimeline();
  }

  /** @param {{id: string, seq: number}} answered */
  #answered({ id, seq }) {
    this.#byHand.delete(id);
    if (id === this.#stopping) this.#stopping = null;
    this.#confirmed = Math.max(this.#confirmed, seq);
    this.#settle();
    this.#takeTimeline();
    this.#changed();
  }

  /**
   * Whoever asked by hand need not look up to learn why not; who sleeps hears nothing.
   *
   * @param {{id: string, code: string, message: string, clip: string | null}} refused
   */
  #refused({ id, message, clip }) {
    this.refusal = message;
    if (this.#byHand.delete(id) && !this.view?.hush) this.player.sayNow({ id: `refused-${id}`, text: message, clip });
    this.ticker.set("refusal", REFUSAL_MS, () => {
      this.refusal = "";
      this.#changed();
    });
    if (id === this.#stopping || id === this.#pausing) this.#takeBack();
    else this.#settle();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * Gives the session that is led this evening, coming back to it where this page does not lead it yet.
 *
 * @param {Evening} evening
 * @returns {Leading | null}
 */
export function leadingOf(evening) {
  const known = leadings.get(evening);
  if (known || !evening.pass) return known ?? null;
  const leading = new Leading(evening, evening.pass);
  leadings.set(evening, leading);
  return leading;
}

/**
 * Answers the question whether to keep the session; afterwards this page knows nothing of it.
 *
 * @param {Evening} evening
 * @param {boolean} keep
 */
export async function answerKeep(evening, keep) {
  if (!evening.pass) return;
  await api.keep(evening.pass, keep);
  leadings.get(evening)?.close();
  evening.forget();
}

/** @returns {string} */
function socketUrl() {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`;
}
