// The voice in the room: one of this device's own, else the coach's rendered one, else words on the screen alone.

import { keepVolume, recallVolume } from "./memory.js";

/** @import {ClipVoice} from "./clip-voice.js" */
/** @import {DeviceVoice} from "./device-voice.js" */

/** @typedef {"device" | "clips" | "captions"} Mode */

/** Knows which voice speaks and how loud. Event: `change`. */
export class Speaker extends EventTarget {
  /** Whether another device in the room speaks. */
  quiet = false;
  /** Whether the server can render sound. */
  #rendered = true;

  /**
   * @param {DeviceVoice} device
   * @param {ClipVoice} clips
   */
  constructor(device, clips) {
    super();
    this.device = device;
    this.clips = clips;
    this.volume = recallVolume();
    this.#setVolumes();
    device.addEventListener("change", () => this.#changed());
    clips.addEventListener("ready", () => this.#changed());
  }

  /** @returns {Mode} */
  get mode() {
    if (this.quiet) return "captions";
    if (this.device.voice) return "device";
    return this.#rendered && "AudioContext" in window ? "clips" : "captions";
  }

  /** Whether a key or tap is still wanted before anything can be heard. */
  get asleep() {
    if (this.mode === "captions") return false;
    if (this.mode === "clips") return !this.clips.awake;
    return !this.#activated();
  }

  /** @param {boolean} rendered */
  setRendered(rendered) {
    this.#rendered = rendered;
    this.#changed();
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    this.volume = Math.min(1, Math.max(0, volume));
    keepVolume(this.volume);
    this.#setVolumes();
    this.#changed();
  }

  /** Makes sound possible; call it from a key or a tap. */
  async wake() {
    if (this.mode === "device") this.device.wake();
    else if (this.mode === "clips") await this.clips.wake();
    this.#changed();
  }

  silence() {
    this.device.silence();
    this.clips.silence();
  }

  close() {
    this.device.close();
    this.clips.close();
  }

  /** @returns {boolean} whether the page has been touched, where the browser says so */
  #activated() {
    return navigator.userActivation?.hasBeenActive ?? true;
  }

  #setVolumes() {
    this.device.setVolume(this.volume);
    this.clips.setVolume(this.volume);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
