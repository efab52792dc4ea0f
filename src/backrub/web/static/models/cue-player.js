// Plays the timeline: each cue shown when due and said once, by a clock that keeps time while the page is hidden.

import { divide, isLate, isSpoken } from "../lib/cue-rules.js";
import { AHEAD_MS } from "./clip-voice.js";

/** @import {Cue, Timeline} from "../types/pages.d.ts" */
/** @import {ServerClock} from "./server-clock.js" */
/** @import {Speaker} from "./speaker.js" */
/** @import {Ticker} from "./ticker.js" */

/** How often the sound ahead is looked over [ms]; far less than what lies ahead on the audio clock. */
const LOOK_EVERY_MS = 20_000;

/** A rehearsal leaves no time for a sentence to end before the next. */
const HURRIED_RATE = 2;

/** Plays cues. Events: `cue` (detail: the cue now shown), `said` (detail: ids said so far). */
export class CuePlayer extends EventTarget {
  /** @type {Timeline} */
  #timeline = { version: -1, cues: [], ends_at_ms: null };
  /** @type {Set<string>} ids shown, and said unless it was too late */
  #played;
  /** @type {Map<string, Cue>} due cues whose sound is not here yet */
  #owed = new Map();
  #silent = false;

  /**
   * @param {{clock: ServerClock, ticker: Ticker, speaker: Speaker, played?: Iterable<string>}} parts
   */
  constructor(parts) {
    super();
    this.clock = parts.clock;
    this.ticker = parts.ticker;
    this.speaker = parts.speaker;
    this.#played = new Set(parts.played ?? []);
    this.onVoice = () => this.#lay();
    this.speaker.addEventListener("change", this.onVoice);
  }

  /** @param {Timeline} timeline */
  take(timeline) {
    this.#timeline = timeline;
    this.#silent = false;
    this.speaker.clips.fetch(timeline.cues.flatMap((cue) => (isSpoken(cue) && cue.clip ? [cue.clip] : [])), true);
    this.look();
  }

  /** Looks at the clock: plays what is due and sets the alarm for the next. Call it when the clock was corrected. */
  look() {
    if (this.#silent || !this.clock.known) return;
    const now_ms = this.clock.now();
    const { due } = divide(this.#timeline.cues, this.#played, now_ms);
    for (const cue of due) this.#play(cue, now_ms);
    this.#lay();
    const { next } = divide(this.#timeline.cues, this.#played, now_ms);
    const wait_ms = next ? this.clock.localAt(next.at_ms) - this.clock.local() : LOOK_EVERY_MS;
    this.ticker.set("cue", Math.min(LOOK_EVERY_MS, wait_ms), () => this.look());
  }

  /**
   * Says a sentence now that stands in no timeline, as why something cannot be done.
   *
   * @param {{id: string, text: string, clip: string | null}} sentence
   */
  sayNow({ id, text, clip }) {
    if (this.#silent || !this.clock.known) return;
    if (clip) this.speaker.clips.fetch([clip], true);
    this.#played.add(id);
    this.#say({ id, text, clip, at_ms: this.clock.now(), kind: "say", to: "giver", step: null, target: null });
    this.#lay();
  }

  /** Falls silent at once and says nothing more until there is a new timeline. */
  silence() {
    this.#silent = true;
    this.ticker.clear("cue");
    this.speaker.silence();
  }

  close() {
    this.silence();
    this.speaker.removeEventListener("change", this.onVoice);
  }

  /**
   * @param {Cue} cue
   * @param {number} now_ms
   */
  #play(cue, now_ms) {
    this.#played.add(cue.id);
    const late = isLate(cue, now_ms, this.clock.rate);
    if (isSpoken(cue) && !late) this.#say(cue);
    this.dispatchEvent(new CustomEvent("cue", { detail: { cue, late } }));
    this.dispatchEvent(new CustomEvent("said", { detail: this.#played }));
  }

  /** @param {Cue} cue */
  #say(cue) {
    if (this.speaker.mode === "device") this.speaker.device.say(cue.text, this.clock.rate > HURRIED_RATE);
    else if (this.speaker.mode === "clips") this.#owed.set(cue.id, cue);
  }

  /** Lays the sound to come on the audio clock, with that of due cues whose sound came late but not too late. */
  #lay() {
    if (this.#silent || !this.clock.known) return;
    const now_ms = this.clock.now();
    for (const cue of this.#owed.values()) if (isLate(cue, now_ms, this.clock.rate)) this.#owed.delete(cue.id);
    const until_ms = now_ms + AHEAD_MS * this.clock.rate;
    const coming = this.#timeline.cues.filter((cue) => isSpoken(cue) && cue.at_ms <= until_ms && !this.#played.has(cue.id));
    const wanted = this.speaker.mode === "clips" ? [...this.#owed.values(), ...coming] : [];
    const laid = this.speaker.clips.lay(
      wanted.map((cue) => ({ id: cue.id, clip: cue.clip, due_ms: this.clock.localAt(cue.at_ms) })),
    );
    for (const id of laid) if (this.#played.has(id)) this.#owed.delete(id);
  }
}
