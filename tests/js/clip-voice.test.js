import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { ClipVoice } from "../../src/backrub/web/static/models/clip-voice.js";

/** @type {ScriptedNode[]} */
let nodes = [];
let now_ms = 0;
/** @type {(() => void)[]} */
let later = [];

class ScriptedNode {
  /** @type {{duration: number} | null} */
  buffer = null;
  /** @type {number | null} */
  started_s = null;
  /** @type {number | undefined | null} */
  stopped_s = null;
  onended = () => {};
  constructor() {
    nodes.push(this);
  }
  connect() {}
  disconnect() {}
  /** @param {number} [when] */
  start(when = 0) {
    this.started_s = when;
  }
  /** @param {number} [when] */
  stop(when) {
    this.stopped_s = when;
  }
}

class ScriptedAudio {
  state = "running";
  destination = {};
  onstatechange = () => {};
  get currentTime() {
    return now_ms / 1000;
  }
  createGain() {
    return { gain: { value: 1 }, connect() {} };
  }
  createBufferSource() {
    return new ScriptedNode();
  }
  async decodeAudioData() {
    return { duration: 2 };
  }
  async resume() {}
  async close() {}
}

/** @type {ClipVoice} */
let voice;
const settle = () => new Promise((done) => setImmediate(done));

beforeEach(async () => {
  Object.assign(globalThis, { window: { AudioContext: ScriptedAudio } });
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  nodes = [];
  later = [];
  now_ms = 1000;
  const time = { local: () => now_ms, later: (/** @type {number} */ _ms, /** @type {() => void} */ call) => void later.push(call) };
  voice = new ClipVoice(async (sha) => (sha === "missing" ? null : new ArrayBuffer(1)), time);
  await voice.wake();
  voice.fetch(["x", "y"]);
  await settle();
});

test("sound is started on the audio clock at the moment it is due", () => {
  assert.deepEqual(["a"], voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]));
  assert.equal(4, nodes[0]?.started_s);
});

test("what is planned again at the same time stays as it lies", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]);
  voice.lay([{ id: "a", clip: "x", due_ms: 4010 }]);
  assert.equal(1, nodes.length);
});

test("what is no longer planned is taken off, and what moved starts at its new time", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }, { id: "b", clip: "y", due_ms: 9000 }]);
  voice.lay([{ id: "b", clip: "y", due_ms: 11_000 }]);
  assert.deepEqual([undefined, undefined, null], nodes.map((node) => node.stopped_s));
  assert.equal(11, nodes[2]?.started_s);
});

test("a sentence that is being said may end although the plan has gone on", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]);
  now_ms = 4500;
  voice.lay([]);
  assert.equal(null, nodes[0]?.stopped_s);
});

test("a sentence that has begun is not begun again when the clock is corrected", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]);
  now_ms = 4010;
  assert.deepEqual(["a"], voice.lay([{ id: "a", clip: "x", due_ms: 4300 }]));
  assert.equal(1, nodes.length);
  assert.equal(null, nodes[0]?.stopped_s);
});

test("two sentences are never said at once", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }, { id: "b", clip: "y", due_ms: 5000 }]);
  assert.equal(5, nodes[0]?.stopped_s);
});

test("a sentence said to its end is not said again", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]);
  nodes[0]?.onended();
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }]);
  assert.equal(1, nodes.length);
});

test("silence stops everything at once", () => {
  voice.lay([{ id: "a", clip: "x", due_ms: 4000 }, { id: "b", clip: "y", due_ms: 9000 }]);
  voice.silence();
  assert.deepEqual([undefined, undefined], nodes.map((node) => node.stopped_s));
});

test("a clip that is not rendered yet is asked for again", async () => {
  voice.fetch(["missing"]);
  await settle();
  assert.equal(1, later.length);
  assert.equal(false, voice.has("missing"));
});

test("nothing is laid further ahead than the audio clock can be trusted", () => {
  assert.deepEqual([], voice.lay([{ id: "a", clip: "x", due_ms: 400_000 }]));
});
