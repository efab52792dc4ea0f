// Which voice of this device may speak: only one that never sends the words away.

/** @typedef {{name: string, lang: string, localService: boolean, default: boolean}} VoiceLike */

/**
 * Gives the best voice that lives on this device and speaks the language, or null.
 *
 * @template {VoiceLike} V
 * @param {readonly V[]} voices
 * @param {string} locale
 * @returns {V | null}
 */
export function localVoice(voices, locale) {
  const language = base(locale);
  const fit = voices.filter((voice) => voice.localService === true && base(voice.lang) === language);
  const rank = (/** @type {V} */ voice) =>
    (tidy(voice.lang) === tidy(locale) ? 2 : 0) + (voice.default ? 1 : 0);
  return fit.reduce((/** @type {V | null} */ best, one) => (best && rank(best) >= rank(one) ? best : one), null);
}

/** @param {string} tag */
function base(tag) {
  return tidy(tag).split("-")[0];
}

/** @param {string} tag */
function tidy(tag) {
  return tag.replace("_", "-").toLowerCase();
}
