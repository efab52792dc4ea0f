// How a wish is answered at once, for eyes shut and eyes open: a tone, a buzz and a colour of its own.

/**
 * One answer.
 *
 * @typedef {object} Answer
 * @property {number[]} tones pitches, one after the other [Hz]
 * @property {number} tone_ms how long each sounds
 * @property {number[]} buzz on, off, on … [ms]
 */

const SHORT = 70;
const GAP = 90;

/** @param {number} times @returns {number[]} */
const pulses = (times) => Array.from({ length: times * 2 - 1 }, (_, place) => (place % 2 ? GAP : SHORT));

/** Answers by wish: told apart by number of tones, by whether they fall or rise, and by length. */
export const ANSWERS = /** @type {Record<string, Answer>} */ ({
  softer: { tones: [330, 220], tone_ms: 170, buzz: pulses(1) },
  "just-right": { tones: [330, 330], tone_ms: 120, buzz: pulses(2) },
  stay: { tones: [262, 262, 262], tone_ms: 110, buzz: pulses(3) },
  "not-there": { tones: [440, 294, 440, 294], tone_ms: 90, buzz: pulses(4) },
  firmer: { tones: [220, 330, 440], tone_ms: 120, buzz: pulses(5) },
  rate: { tones: [392], tone_ms: 140, buzz: pulses(1) },
  stop: { tones: [196, 131], tone_ms: 420, buzz: [700] },
});

const PLAIN = /** @type {Answer} */ ({ tones: [349], tone_ms: 140, buzz: pulses(1) });
const LOUD = 0.22;

/** @param {string} kind @returns {Answer} */
export function answerTo(kind) {
  return ANSWERS[kind] ?? PLAIN;
}

/** Sounds the tones and buzzes. Sound needs one touch first; where there is none, colour and buzz do. */
export class Confirmer {
  /** @type {AudioContext | null} */
  #audio = null;

  /** Makes sound possible; call it from a touch or a key. */
  wake() {
    const Context = window.AudioContext ?? /** @type {any} */ (window).webkitAudioContext;
    if (!Context) return;
    mixWithOthers();
    this.#audio ??= new Context();
    if (this.#audio.state !== "running") void this.#audio.resume().catch(() => undefined);
  }

  /** @param {string} kind */
  confirm(kind) {
    const answer = answerTo(kind);
    navigator.vibrate?.(answer.buzz);
    if (!this.#audio) return;
    let at_s = this.#audio.currentTime + 0.01;
    for (const pitch of answer.tones) {
      this.#sound(this.#audio, pitch, at_s, answer.tone_ms / 1000);
      at_s += answer.tone_ms / 1000;
    }
  }

  close() {
    void this.#audio?.close().catch(() => undefined);
    this.#audio = null;
  }

  /**
   * A soft tone that neither clicks on nor off.
   *
   * @param {AudioContext} audio
   * @param {number} pitch
   * @param {number} at_s
   * @param {number} long_s
   */
  #sound(audio, pitch, at_s, long_s) {
    const tone = new OscillatorNode(audio, { type: "sine", frequency: pitch });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, at_s);
    volume.gain.linearRampToValueAtTime(LOUD, at_s + 0.02);
    volume.gain.setValueAtTime(LOUD, at_s + long_s - 0.04);
    volume.gain.linearRampToValueAtTime(0, at_s + long_s);
    tone.connect(volume).connect(audio.destination);
    tone.start(at_s);
    tone.stop(at_s + long_s + 0.02);
  }
}

/** On a phone that plays the music of the evening, a tone must not end it. */
function mixWithOthers() {
  const session = /** @type {any} */ (navigator).audioSession;
  if (session) session.type = "ambient";
}
