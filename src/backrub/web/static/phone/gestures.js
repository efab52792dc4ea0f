// What fingers and keys mean without looking: a tap says what is under it, a long press or three quick taps say stop.

/** How long one finger, or a key, is held for stop [ms]. */
export const HOLD_MS = 700;

/** Taps so close together count as one row [ms, from press to press]. */
export const QUICK_MS = 400;

/** So many quick taps in a row say stop, wherever they land. */
export const QUICK_TAPS = 3;

/** @typedef {{set: (name: string, delay_ms: number, call: () => void) => void, clear: (name: string) => void}} Alarms */

/**
 * Tells taps from stop. It knows no page: who uses it says what was pressed and let go. A stop that was not meant costs
 * little, one that was missed costs much: a second finger or a trembling one does not undo a long press.
 */
export class Gestures {
  /** @type {Map<string, {at_ms: number, what: unknown}>} */
  #down = new Map();
  #row = 0;
  #last_ms = -Infinity;

  /**
   * @param {{alarms: Alarms, now: () => number, onTap: (what: any) => void, onStop: () => void}} options
   */
  constructor(options) {
    this.options = options;
  }

  /**
   * @param {string} finger which finger or key
   * @param {unknown} what what lies under it, or null
   */
  press(finger, what) {
    const now_ms = this.options.now();
    if (this.#down.has(finger)) return;
    this.#down.set(finger, { at_ms: now_ms, what });
    this.#row = now_ms - this.#last_ms <= QUICK_MS ? this.#row + 1 : 1;
    this.#last_ms = now_ms;
    if (this.#row >= QUICK_TAPS) {
      this.#stop();
      return;
    }
    // The alarm gives way to what was already on its way: on a slow phone a short tap must not become a long one.
    this.options.alarms.set(`hold-${finger}`, HOLD_MS, () => this.options.alarms.set(`hold-${finger}`, 0, () => this.#held(finger)));
  }

  /** @param {string} finger */
  release(finger) {
    const pressed = this.#end(finger);
    if (pressed && pressed.what !== null) this.options.onTap(pressed.what);
  }

  /** The system took the finger away: it meant nothing. @param {string} finger */
  cancel(finger) {
    this.#end(finger);
  }

  /** @param {string} finger */
  #end(finger) {
    const pressed = this.#down.get(finger);
    this.#down.delete(finger);
    this.options.alarms.clear(`hold-${finger}`);
    return pressed;
  }

  /** @param {string} finger */
  #held(finger) {
    if (this.#down.has(finger)) this.#stop();
  }

  /** Fingers still on the glass mean nothing more until they are lifted. */
  #stop() {
    for (const [finger, pressed] of this.#down) {
      this.options.alarms.clear(`hold-${finger}`);
      this.#down.set(finger, { ...pressed, what: null });
    }
    this.#row = 0;
    this.#last_ms = -Infinity;
    this.options.onStop();
  }
}
