import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { CuePlayer } from "../../src/backrub/web/static/models/cue-player.js";
import { ServerClock } from "../../src/backrub/web/static/models/server-clock.js";
import { cue } from "./fixtures/cues.js";
import { ScriptedTicker } from "./fixtures/room.js";

/** @import {Speaker} from "../../src/backrub/web/static/models/speaker.js" */
/** @import {Cue} from "../../src/backrub/web/static/types/pages.d.ts" */

/** Writes down what it is asked to say. */
class ScriptedSpeaker extends EventTarget {
  mode = "device";
  /** @type {string[]} */
  said = [];
  silenced = 0;
  /** @type {string[]} */
  fetched = [];
  /** @type {{id: string, due_ms: number}[]} */
  laid = [];
  /** @type {Set<string>} */
  here = new Set();
  device = { say: (/** @type {string} */ text) => this.said.push(text) };
  clips = {
    fetch: (/** @type {string[]} */ shas) => this.fetched.push(...shas),
    lay: (/** @type {{id: string, clip: string, due_ms: number}[]} */ planned) => {
      this.laid = planned.filter((one) => this.here.has(one.clip));
      return this.laid.map((one) => one.id);
    },
  };

  silence() {
    this.silenced += 1;
    this.laid = [];
  }
}

/** @type {ScriptedTicker} */
let time;
/** @type {ScriptedSpeaker} */
let speaker;
/** @type {CuePlayer} */
let player;
/** @type {string[]} */
let shown;

/** @param {Iterable<string>} played @param {number} rate */
function seat(played = [], rate = 1) {
  time = new ScriptedTicker();
  speaker = new ScriptedSpeaker();
  const clock = new ServerClock(() => time.now_ms);
  clock.restart(rate);
  clock.add({ sent_ms: 0, received_ms: 0, at_ms: 0 });
  player = new CuePlayer({ clock, ticker: time.ticker, speaker: /** @type {Speaker} */ (/** @type {unknown} */ (speaker)), played });
  shown = [];
  player.addEventListener("cue", (event) => shown.push(/** @type {CustomEvent} */ (event).detail.cue.id));
}

/** @param {Cue[]} cues */
const take = (...cues) => player.take({ version: 1, cues, ends_at_ms: null });

beforeEach(() => seat());

test("each cue is said when due, in order, and once", () => {
  take(cue("b", 2000), cue("a", 1000));
  time.pass(999);
  assert.deepEqual([], speaker.said);
  time.pass(1);
  assert.deepEqual(["say a"], speaker.said);
  time.pass(60_000);
  assert.deepEqual(["say a", "say b"], speaker.said);
});

test("the same cue in a later timeline is not said again", () => {
  take(cue("a", 1000));
  time.pass(1000);
  take(cue("a", 1000), cue("b", 2000));
  time.pass(5000);
  assert.deepEqual(["say a", "say b"], speaker.said);
});

test("what was said before a reload is not said after it", () => {
  seat(["a"]);
  take(cue("a", 0), cue("b", 100));
  time.pass(1000);
  assert.deepEqual(["say b"], speaker.said);
});

test("a cue more than three seconds late is shown and not said", () => {
  time.pass(10_000);
  take(cue("old", 6000), cue("fresh", 8000));
  assert.deepEqual(["old", "fresh"], shown);
  assert.deepEqual(["say fresh"], speaker.said);
});

test("a new timeline takes the place of the old one", () => {
  take(cue("a", 1000), cue("b", 2000));
  take(cue("b", 3000));
  time.pass(2500);
  assert.deepEqual([], speaker.said);
  time.pass(600);
  assert.deepEqual(["say b"], speaker.said);
});

test("silence is at once, and lasts until there is a new timeline", () => {
  take(cue("a", 1000));
  player.silence();
  time.pass(5000);
  assert.deepEqual([], speaker.said);
  assert.equal(1, speaker.silenced);
  take(cue("b", 6000));
  time.pass(2000);
  assert.deepEqual(["say b"], speaker.said);
});

test("at thirty times the pace a cue comes at a thirtieth of its time", () => {
  seat([], 30);
  take(cue("a", 30_000));
  time.pass(999);
  assert.deepEqual([], speaker.said);
  time.pass(1);
  assert.deepEqual(["say a"], speaker.said);
});

test("sound is laid ahead at its local time, and fetched at once", () => {
  speaker.mode = "clips";
  speaker.here = new Set(["clip-a", "clip-b"]);
  take(cue("a", 10_000), cue("b", 149_000), cue("far", 200_000), cue("shown", 5000, { kind: "show", clip: null }));
  assert.deepEqual(
    [{ id: "a", due_ms: 10_000 }, { id: "b", due_ms: 149_000 }],
    speaker.laid.map(({ id, due_ms }) => ({ id, due_ms })),
  );
  assert.deepEqual(["clip-a", "clip-b", "clip-far"], speaker.fetched);
});

test("sound that comes a little late is still said, and not when it comes too late", () => {
  speaker.mode = "clips";
  take(cue("a", 1000), cue("b", 2000));
  time.pass(3000);
  speaker.here = new Set(["clip-a", "clip-b"]);
  speaker.dispatchEvent(new Event("change"));
  assert.deepEqual(["a", "b"], speaker.laid.map((one) => one.id));
  seat();
  speaker.mode = "clips";
  take(cue("a", 1000));
  time.pass(5000);
  speaker.here = new Set(["clip-a"]);
  speaker.dispatchEvent(new Event("change"));
  assert.deepEqual([], speaker.laid);
});

test("without any voice everything is still shown", () => {
  speaker.mode = "captions";
  take(cue("a", 1000), cue("b", 2000, { kind: "show" }));
  time.pass(3000);
  assert.deepEqual(["a", "b"], shown);
  assert.deepEqual([], speaker.said);
});

test("what cannot be done is said at once by either voice, and once", () => {
  player.sayNow({ id: "refused-1", text: "Not yet.", clip: null });
  time.pass(5000);
  assert.deepEqual(["Not yet."], speaker.said);

  seat();
  speaker.mode = "clips";
  player.sayNow({ id: "refused-1", text: "Not yet.", clip: "sha" });
  assert.deepEqual(["sha"], speaker.fetched);
  assert.deepEqual([], speaker.laid);
  speaker.here.add("sha");
  speaker.dispatchEvent(new Event("change"));
  assert.deepEqual(["refused-1"], speaker.laid.map((one) => one.id));
  player.look();
  assert.deepEqual([], speaker.laid);
});

test("nothing is said of what cannot be done once the room was silenced", () => {
  player.silence();
  player.sayNow({ id: "refused-1", text: "Not yet.", clip: null });
  assert.deepEqual([], speaker.said);
});
