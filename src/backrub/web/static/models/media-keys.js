// Headset and media keys. Browsers give them only to a page that plays sound, so a whisper of it keeps playing.

/** @typedef {(kind: "pause" | "resume" | "next" | "back" | "stop") => void} OnKey */

const WHISPER = "/quiet.wav";

/** Hears the media keys and says what they mean. */
export class MediaKeys {
  /** @type {HTMLAudioElement | null} */
  #audio = null;

  /** @param {OnKey} onKey */
  constructor(onKey) {
    this.onKey = onKey;
  }

  /**
   * Begins to listen; call it from a key or a tap.
   *
   * @param {string} title what the device shows as playing
   */
  async begin(title) {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title });
    const meanings = /** @type {const} */ ([
      ["play", "resume"],
      ["pause", "pause"],
      ["nexttrack", "next"],
      ["previoustrack", "back"],
      ["stop", "stop"],
    ]);
    for (const [action, kind] of meanings) this.#on(action, () => this.onKey(kind));
    await this.#whisper();
  }

  /** @param {boolean} playing what a headset's one button will undo */
  setPlaying(playing) {
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = playing ? "playing" : "paused";
    if (this.#audio?.paused) void this.#whisper();
  }

  close() {
    this.#audio?.pause();
    this.#audio = null;
    if (!("mediaSession" in navigator)) return;
    for (const action of /** @type {const} */ (["play", "pause", "nexttrack", "previoustrack", "stop"])) this.#on(action, null);
    navigator.mediaSession.metadata = null;
    navigator.mediaSession.playbackState = "none";
  }

  /**
   * @param {MediaSessionAction} action
   * @param {(() => void) | null} call
   */
  #on(action, call) {
    try {
      navigator.mediaSession.setActionHandler(action, call);
    } catch {
      // a browser that does not know this key
    }
  }

  async #whisper() {
    this.#audio ??= Object.assign(new Audio(WHISPER), { loop: true, volume: 1 });
    await this.#audio.play().catch(() => undefined); // not allowed yet: keys of the keyboard still work
  }
}
