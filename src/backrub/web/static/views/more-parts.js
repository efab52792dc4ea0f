// Small pieces of the deep intake: one of a few, a yes or no, and a word of advice that comes with an answer.

import { html, nothing } from "../vendor/lit.js";
import { oneOf, tick } from "./choices.js";

/** @import {PageView} from "./page-view.js" */
/** @import {Wishes} from "../types/pages.d.ts" */

/**
 * One of a few, whose words are `name-id`.
 *
 * @param {PageView} view
 * @param {"intention" | "talk" | "glide" | "experience" | "room"} name
 * @param {string[]} ids
 * @param {string} legend
 * @param {boolean} [hidden] whether the legend is only read out, because a heading above says it
 */
export function choice(view, name, ids, legend, hidden = false) {
  return oneOf({
    name,
    legend: view.say(legend),
    value: view.evening.wishes[name],
    options: ids.map((id) => ({ id, label: view.say(`${name}-${id}`) })),
    onChoose: (id) => view.evening.wish({ [name]: id }),
    wrap: ids.length > 3,
    hidden,
  });
}

/**
 * A yes or no.
 *
 * @param {PageView} view
 * @param {keyof Wishes} name a wish that is a yes or no
 * @param {string} label
 */
export function flag(view, name, label) {
  return tick({
    label: view.say(label),
    checked: view.evening.wishes[name] === true,
    onChange: (checked) => view.evening.wish({ [name]: checked }),
  });
}

/** A word of advice, read out when it comes. @param {string} text */
export function advice(text) {
  return html`<div aria-live="polite">${text ? html`<p class="advice">${text}</p>` : nothing}</div>`;
}
