// How a label of the server begins where it stands alone.

/**
 * Begins a text with a capital, where its script has them.
 *
 * @param {string | undefined} text
 * @param {string} locale
 * @returns {string}
 */
export function opened(text, locale) {
  const [first = "", ...rest] = [...(text ?? "")];
  return first.toLocaleUpperCase(locale) + rest.join("");
}
