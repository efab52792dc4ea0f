// Listens in on a page: what it was told over the socket, and what it gave the voice to say, at what time of the session.
// Each record goes to `window.heard`, which the test provides; the page itself is not changed.
(() => {
  const page = Math.random().toString(36).slice(2);
  const tell = (record) => window.heard({ page, wall_ms: Date.now(), ...record });
  let rate = 1;
  let least_ms = Infinity;
  let offset_ms = null; // logical = performance.now() * rate + offset
  const asked = new Map();
  const logical = (local_ms) => (offset_ms === null ? null : local_ms * rate + offset_ms);

  const Real = window.WebSocket;
  window.WebSocket = class extends Real {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => [JSON.parse(data)].flat().forEach((message) => this.hear(message)));
    }
    hear(message) {
      if (message.protocol) [rate, least_ms] = [message.rate, Infinity];
      if ("pong" in message) {
        const [sent, now] = [asked.get(message.pong), performance.now()];
        if (now - sent < least_ms) [least_ms, offset_ms] = [now - sent, message.at_ms - (rate * (sent + now)) / 2];
      }
      if (message.timeline) this.held = message.timeline;
      if (message.patch) this.held = this.mended(message.patch);
      if (message.timeline || message.patch) tell({ kind: "timeline", at_ms: logical(performance.now()), timeline: this.held });
      if (message.view) tell({ kind: "view", at_ms: logical(performance.now()), view: message.view });
      if (message.event) tell({ kind: "event", event: message.event });
      if (message.refused) tell({ kind: "refused", code: message.code });
    }
    mended({ since, version, gone, moved, cues, ends_at_ms }) {
      if (since !== this.held.version) throw new Error(`a patch of ${since} came after ${this.held.version}`);
      const times = new Map(moved);
      const fresh = new Set([...gone, ...cues.map((cue) => cue.id)]);
      const kept = this.held.cues.filter((cue) => !fresh.has(cue.id)).map((cue) => ({ ...cue, at_ms: times.get(cue.id) ?? cue.at_ms }));
      return { version, ends_at_ms, cues: [...kept, ...cues].sort((one, other) => one.at_ms - other.at_ms) };
    }
    send(text) {
      const message = JSON.parse(text);
      if ("ping" in message) asked.set(message.ping, performance.now());
      if (message.kind) tell({ kind: "command", command: message });
      super.send(text);
    }
  };

  // The tool that leads the browser counts as a person touching the page, so the rule that sound waits for a touch is
  // put back here: for each document anew.
  let touched = false;
  for (const name of ["keydown", "pointerdown"]) window.addEventListener(name, () => (touched = true), { capture: true });
  const Sound = window.AudioContext;
  window.AudioContext = class extends Sound {
    constructor(...args) {
      super(...args);
      if (!touched) void super.suspend();
      this.addEventListener("statechange", () => tell({ kind: "sound", awake: this.state === "running" }));
    }
    resume() {
      return touched ? super.resume() : new Promise(() => {});
    }
  };

  const shaOfBytes = new WeakMap();
  const shaOfSound = new WeakMap();
  const fetchReal = window.fetch;
  window.fetch = async (...args) => {
    const answer = await fetchReal(...args);
    const sha = /\/api\/speech\/([0-9a-f]+)\.wav$/.exec(answer.url)?.[1];
    if (sha && answer.ok) {
      const read = answer.arrayBuffer.bind(answer);
      answer.arrayBuffer = async () => {
        const bytes = await read();
        shaOfBytes.set(bytes, sha);
        return bytes;
      };
    }
    return answer;
  };
  const decodeReal = BaseAudioContext.prototype.decodeAudioData;
  BaseAudioContext.prototype.decodeAudioData = async function (bytes, ...rest) {
    const sha = shaOfBytes.get(bytes);
    const sound = await decodeReal.call(this, bytes, ...rest);
    if (sha) {
      shaOfSound.set(sound, sha);
      tell({ kind: "clip", sha });
    }
    return sound;
  };
  // What counts is when it is heard: the audio clock runs ahead of the loudspeaker.
  const heardTime = (context, now) => {
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    return performanceTime ? contextTime + (now - performanceTime) / 1000 : context.currentTime;
  };
  let started = 0;
  const startReal = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (when = 0, ...rest) {
    const now = performance.now();
    const due_ms = now + Math.max(0, when - heardTime(this.context, now)) * 1000;
    this.earId = started += 1;
    tell({ kind: "start", id: this.earId, sha: shaOfSound.get(this.buffer), at_ms: logical(due_ms), due_wall_ms: Date.now() + due_ms - now });
    return startReal.call(this, when, ...rest);
  };
  const stopReal = AudioBufferSourceNode.prototype.stop;
  AudioBufferSourceNode.prototype.stop = function (when = 0, ...rest) {
    const wait_ms = Math.max(0, when - this.context.currentTime) * 1000;
    tell({ kind: "stop", id: this.earId, stop_wall_ms: Date.now() + wait_ms });
    return stopReal.call(this, when, ...rest);
  };

  const voices = window.voicesOfThisDevice ?? [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (sentence) => {
      if (sentence.text.trim()) tell({ kind: "speak", text: sentence.text, voice: sentence.voice?.name, at_ms: logical(performance.now()) });
    },
    cancel: () => tell({ kind: "cancel" }),
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
})();
