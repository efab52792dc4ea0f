// What the keys of a remote, a pedal or a keyboard say, laid out like the compass: up is less, down is more.

/** @typedef {{kind: string, value?: number}} Wish */

const KEYS = /** @type {Record<string, Wish>} */ ({
  ArrowUp: { kind: "softer" },
  PageUp: { kind: "softer" },
  AudioVolumeDown: { kind: "softer" },
  VolumeDown: { kind: "softer" },
  ArrowDown: { kind: "firmer" },
  PageDown: { kind: "firmer" },
  AudioVolumeUp: { kind: "firmer" },
  VolumeUp: { kind: "firmer" },
  ArrowLeft: { kind: "not-there" },
  ArrowRight: { kind: "stay" },
  Enter: { kind: "just-right" },
  " ": { kind: "just-right" },
  MediaPlayPause: { kind: "just-right" },
  Escape: { kind: "stop" },
});

/**
 * Gives what a key says, or null. Numbers answer the question, 1 to 10 with 0 for ten.
 *
 * @param {string} key as in KeyboardEvent.key
 * @returns {Wish | null}
 */
export function wishOf(key) {
  if (/^\d$/.test(key)) return { kind: "rate", value: key === "0" ? 10 : Number(key) };
  return KEYS[key] ?? null;
}
