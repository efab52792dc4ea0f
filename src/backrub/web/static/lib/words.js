// The pages' words: Fluent messages of one locale, filled with arguments.

import { FluentBundle, FluentResource } from "../vendor/fluent.js";

/** @typedef {Record<string, string | number>} Args */
/** @typedef {(id: string, args?: Args) => string} Say */

const FROM_RIGHT = new Set(["ar", "dv", "fa", "he", "ps", "ur", "yi"]);

/**
 * Makes the function that turns a message id into text; an unknown id throws, for a page must never show an id.
 *
 * @param {string} locale
 * @param {string} ftl the text of ui.ftl in that locale
 * @returns {Say}
 */
export function sayer(locale, ftl) {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const problems = bundle.addResource(new FluentResource(ftl));
  if (problems.length > 0) throw problems[0];
  return (id, args = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no words for ${id}`);
    return bundle.formatPattern(pattern, args);
  };
}

/**
 * Tells which way a locale is written.
 *
 * @param {string} locale
 * @returns {"ltr" | "rtl"}
 */
export function direction(locale) {
  return FROM_RIGHT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
