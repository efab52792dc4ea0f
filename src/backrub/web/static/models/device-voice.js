// A voice of this device, used only when it does its speaking here.

import { localVoice } from "../lib/voices.js";

/** Speaks sentences with a local voice. Event: `change` when the voices of the device become known or change. */
export class DeviceVoice extends EventTarget {
  #volume = 0.8;

  /**
   * @param {string} locale
   * @param {SpeechSynthesis | undefined} synthesis
   */
  constructor(locale, synthesis = window.speechSynthesis) {
    super();
    this.locale = locale;
    this.synthesis = synthesis;
    this.onVoices = () => this.dispatchEvent(new Event("change"));
    synthesis?.addEventListener?.("voiceschanged", this.onVoices);
  }

  /** @returns {SpeechSynthesisVoice | null} */
  get voice() {
    return this.synthesis ? localVoice(this.synthesis.getVoices(), this.locale) : null;
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    this.#volume = volume;
  }

  /**
   * Says a sentence now. An earlier one that is still being said gives way when the time is short.
   *
   * @param {string} text
   * @param {boolean} instead whether to break off what is being said
   */
  say(text, instead = false) {
    const { voice, synthesis } = this;
    if (!voice || !synthesis) return;
    if (instead) synthesis.cancel();
    const sentence = new SpeechSynthesisUtterance(text);
    sentence.voice = voice;
    sentence.lang = voice.lang;
    sentence.rate = 0.92;
    sentence.volume = this.#volume;
    synthesis.speak(sentence);
  }

  /** Some browsers speak only once a first sentence was spoken from a key or a tap: an empty one will do. */
  wake() {
    if (!this.voice || !this.synthesis) return;
    const nothing = new SpeechSynthesisUtterance(" ");
    nothing.volume = 0;
    nothing.voice = this.voice;
    this.synthesis.speak(nothing);
  }

  silence() {
    this.synthesis?.cancel();
  }

  close() {
    this.synthesis?.removeEventListener?.("voiceschanged", this.onVoices);
    this.silence();
  }
}
