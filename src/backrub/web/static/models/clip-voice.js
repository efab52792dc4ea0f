// The coach's own voice: sound fetched whole and laid on the audio clock ahead of its time.

/** @typedef {{id: string, clip: string | null, due_ms: number}} Planned */

/** How far ahead sound is laid on the audio clock [ms]; a hidden page may be woken as seldom as once a minute. */
export const AHEAD_MS = 150_000;

const RETRY_MS = 700;
const MOST_TRIES = 20;
const AT_ONCE = 4;
/** So much of one sentence may still sound in the next one's beginning; nobody hears it [s]. */
const OVERLAP_S = 0.02;
/** Further apart than this, the audio clock's own account of the time is not to be trusted [s]. */
const DOUBTFUL_S = 0.3;

/** Plays clips at their times. Times are local [ms]. Event: `ready` when sound begins to be possible or a clip came. */
export class ClipVoice extends EventTarget {
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {GainNode | null} */
  #gain = null;
  /** @type {Map<string, AudioBuffer | null>} null: asked for, not here yet */
  #clips = new Map();
  /** @type {string[]} clips to fetch, the soonest wanted first */
  #queue = [];
  /** @type {Set<string>} */
  #fetching = new Set();
  /** @type {Map<string, {due_ms: number, start_s: number, end_s: number, node: AudioBufferSourceNode}>} by cue id */
  #laid = new Map();
  /** @type {Set<string>} ids of cues that were said to the end, or were broken off */
  #said = new Set();
  #volume = 0.8;

  /**
   * @param {(sha: string) => Promise<ArrayBuffer | null>} fetchClip
   * @param {{local: () => number, later: (delay_ms: number, call: () => void) => void}} time
   */
  constructor(fetchClip, time) {
    super();
    this.fetchClip = fetchClip;
    this.time = time;
  }

  /** Whether sound comes out now; browsers wait for a key or a tap first. */
  get awake() {
    return this.#audio?.state === "running";
  }

  /** Opens the audio clock; call it from a key or a tap, or to see whether the browser already allows it. */
  async wake() {
    const audio = this.#open();
    if (!audio) return false;
    if (audio.state !== "running") await Promise.race([audio.resume(), new Promise((done) => this.time.later(400, () => done(null)))]);
    return this.awake;
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    this.#volume = volume;
    if (this.#gain) this.#gain.gain.value = volume;
  }

  /**
   * Fetches clips ahead, a few at a time; those not rendered yet are asked for again.
   *
   * @param {string[]} shas in the order in which they will be wanted
   * @param {boolean} [soon] whether they are wanted before all that was asked for so far
   */
  fetch(shas, soon = false) {
    const fresh = shas.filter((sha) => !this.#clips.get(sha));
    for (const sha of fresh) this.#clips.set(sha, null);
    const others = this.#queue.filter((sha) => !fresh.includes(sha));
    this.#queue = soon ? [...fresh, ...others] : [...others, ...fresh];
    this.#fetchOn();
  }

  /** @param {string} sha */
  has(sha) {
    return Boolean(this.#clips.get(sha));
  }

  /**
   * Lays sound on the audio clock: takes off what is no longer planned, moves what has another time, adds the rest.
   *
   * @param {Planned[]} planned
   * @returns {string[]} ids that lie on the audio clock or were said
   */
  lay(planned) {
    const wanted = new Map(planned.map((one) => [one.id, one]));
    for (const [id, laid] of this.#laid) {
      const want = wanted.get(id);
      if (want && Math.abs(want.due_ms - laid.due_ms) < 30) continue;
      if (laid.due_ms <= this.time.local()) continue; // it is being said: let it finish, whatever its time is now
      this.#takeOff(id);
    }
    for (const one of planned) this.#put(one);
    this.#giveWay();
    return [...this.#laid.keys(), ...this.#said];
  }

  /** Falls silent at once. */
  silence() {
    for (const id of [...this.#laid.keys()]) this.#takeOff(id);
  }

  /**
   * Plays a clip now, outside every plan.
   *
   * @param {string} sha
   * @returns {boolean} whether it could be played
   */
  playNow(sha) {
    const buffer = this.#clips.get(sha);
    if (!buffer || !this.#audio || !this.awake) return false;
    this.#node(buffer, this.#audio).start();
    return true;
  }

  close() {
    this.silence();
    void this.#audio?.close();
    this.#audio = null;
  }

  /** @returns {AudioContext | null} */
  #open() {
    if (this.#audio) return this.#audio;
    const Audio = window.AudioContext;
    if (!Audio) return null;
    this.#audio = new Audio({ latencyHint: "playback" });
    this.#gain = this.#audio.createGain();
    this.#gain.gain.value = this.#volume;
    this.#gain.connect(this.#audio.destination);
    this.#audio.onstatechange = () => {
      if (this.awake) this.#ready();
      else this.#interrupted(this.#audio?.currentTime ?? 0);
    };
    if ("audioSession" in navigator) Object.assign(Object(navigator["audioSession"]), { type: "playback" });
    return this.#audio;
  }

  #fetchOn() {
    while (this.#fetching.size < AT_ONCE) {
      const sha = this.#queue.find((one) => !this.#fetching.has(one));
      if (!sha) return;
      this.#queue = this.#queue.filter((one) => one !== sha);
      this.#fetching.add(sha);
      void this.#get(sha, MOST_TRIES).finally(() => {
        this.#fetching.delete(sha);
        this.#fetchOn();
      });
    }
  }

  /**
   * @param {string} sha
   * @param {number} tries
   * @returns {Promise<void>}
   */
  async #get(sha, tries) {
    if (this.has(sha)) return;
    const bytes = await this.fetchClip(sha).catch(() => null);
    const audio = this.#open();
    if (bytes && audio) {
      const buffer = await audio.decodeAudioData(bytes).catch(() => null);
      if (buffer) {
        this.#clips.set(sha, buffer);
        this.#ready();
        return;
      }
    }
    if (tries > 1) this.time.later(RETRY_MS, () => void this.#get(sha, tries - 1));
    else this.#clips.delete(sha);
  }

  /** @param {Planned} one */
  #put(one) {
    const buffer = one.clip ? this.#clips.get(one.clip) : null;
    const audio = this.#audio;
    if (!buffer || !audio || !this.awake || this.#laid.has(one.id) || this.#said.has(one.id)) return;
    if (one.due_ms - this.time.local() > AHEAD_MS) return;
    const node = this.#node(buffer, audio);
    node.onended = () => {
      if (this.#laid.get(one.id)?.node === node) this.#done(one.id);
    };
    const start_s = Math.max(audio.currentTime, this.#audioTime(audio, one.due_ms));
    this.#laid.set(one.id, { due_ms: one.due_ms, start_s, end_s: start_s + buffer.duration, node });
    node.start(start_s);
  }

  /** Two sentences are never said at once: the earlier one ends where the later begins. */
  #giveWay() {
    const inOrder = [...this.#laid.values()].sort((a, b) => a.start_s - b.start_s);
    inOrder.forEach((laid, index) => {
      const next = inOrder[index + 1];
      if (!next || laid.end_s <= next.start_s + OVERLAP_S) return;
      laid.end_s = next.start_s;
      laid.node.stop(next.start_s);
    });
  }

  /**
   * @param {AudioBuffer} buffer
   * @param {AudioContext} audio
   */
  #node(buffer, audio) {
    const node = audio.createBufferSource();
    node.buffer = buffer;
    node.connect(this.#gain ?? audio.destination);
    return node;
  }

  /**
   * Gives the audio clock's time of a local time. What comes out of the speaker is what counts, so the output's own
   * account is used where it is sane.
   *
   * @param {AudioContext} audio
   * @param {number} local_ms
   * @returns {number} [s]
   */
  #audioTime(audio, local_ms) {
    const plain_s = audio.currentTime + (local_ms - this.time.local()) / 1000;
    const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp?.() ?? {};
    if (!contextTime || !performanceTime) return plain_s;
    const heard_s = contextTime + (local_ms - performanceTime) / 1000;
    return Math.abs(heard_s - plain_s) < DOUBTFUL_S ? heard_s : plain_s;
  }

  /** @param {string} id */
  #takeOff(id) {
    const laid = this.#laid.get(id);
    this.#laid.delete(id);
    if (!laid) return;
    laid.node.onended = null;
    laid.node.stop();
    laid.node.disconnect();
  }

  /** @param {string} id */
  #done(id) {
    this.#laid.delete(id);
    this.#said.add(id);
  }

  /**
   * The browser stopped the audio clock, so nothing on it will come at its time; what had begun is not said again.
   *
   * @param {number} now_s audio time
   */
  #interrupted(now_s) {
    for (const [id, laid] of this.#laid) {
      if (laid.start_s <= now_s) this.#done(id);
      this.#takeOff(id);
    }
  }

  #ready() {
    this.dispatchEvent(new Event("ready"));
  }
}
