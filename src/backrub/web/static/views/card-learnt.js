// What a card has learnt, in words, each with a way to correct or forget it.

import { html } from "../vendor/lit.js";
import { oneOf } from "./choices.js";

/** @import {PageView} from "./page-view.js" */
/** @import {LearntJson} from "../types/wire.d.ts" */

/** What can be stated of each kind, and which way of the card's it shows as. */
const WAYS = {
  pressure: { softer: "softer", "as-planned": "same", firmer: "firmer" },
  liking: { less: "less", "as-planned": "same", more: "more" },
};

/**
 * @param {PageView} view
 * @param {LearntJson[]} learnt
 * @param {(what: {said: string, area?: string, technique?: string}) => void} onSay
 */
export function learntList(view, learnt, onSay) {
  return html`<ul class="learnt" role="list">
    ${learnt.map((one) => row(view, one, (said) => onSay({ said, [one.kind === "pressure" ? "area" : "technique"]: one.of })))}
  </ul>`;
}

/**
 * A way to have the card as a file of one's own.
 *
 * @param {PageView} view
 * @param {string} text the card
 */
export function saving(view, text) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`;
  return html`<div class="pills"><a class="button pill" download="backrub-card.txt" href=${file}>${view.say("card-save")}</a></div>`;
}

/** @param {PageView} view @param {LearntJson} one @param {(said: string) => void} onSay */
function row(view, one, onSay) {
  const ways = Object.entries(WAYS[one.kind]);
  return html`<li data-learnt=${one.of}>
    <p>${one.text}</p>
    <div class="learnt-row">
      ${oneOf({
        name: `learnt-${one.of}`,
        legend: one.label,
        value: ways.find(([, way]) => way === one.way)?.[0] ?? "",
        options: ways.map(([id]) => ({ id, label: view.say(`said-${id}`) })),
        onChoose: onSay,
        hidden: true,
      })}
      <button type="button" class="button quiet" aria-label=${view.say("said-forget-what", { what: one.label })} @click=${() => onSay("forget")}>
        ${view.say("said-forget")}
      </button>
    </div>
  </li>`;
}
