// What was said on the pages behind this one, in a line, and the ways there: nothing that shapes tonight stays out of sight.

import { html, nothing } from "../vendor/lit.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Wishes} from "../types/pages.d.ts" */

/** Wishes that are a yes, and their words. */
const FLAGS = /** @type {const} */ ({
  deep: "more-deep",
  first_time: "more-first-time",
  ticklish: "more-ticklish",
  woken: "more-woken",
  nut_allergy: "more-nut-allergy",
  scent_free: "more-scent-free",
  latex: "more-latex",
  weak_hands: "more-weak-hands",
  small_hands: "more-small-hands",
  sore_thumbs: "more-sore-thumbs",
  sore_back: "more-sore-back",
  swap: "more-swap",
});

/** Wishes that are one of a few, and the start of their words. */
const CHOICES = /** @type {const} */ ({ intention: "intention-", position: "position-", experience: "experience-", room: "room-", talk: "talk-" });

/** @param {TonightView} view */
export function saidBefore(view) {
  const { card } = view.evening;
  const said = words(view);
  return html`<div class="said">
    ${said.length > 0 ? html`<p class="label">${view.say("tonight-said", { what: said.join(" · ") })}</p>` : nothing}
    <div class="pills">
      <a class="button pill" href="#/more">${view.say("tonight-more")}</a>
      <a class="button pill" href="#/card">${card ? view.say("tonight-card", { name: card.name }) : view.say("tonight-no-card")}</a>
    </div>
  </div>`;
}

/** @param {TonightView} view @returns {string[]} what differs from how every evening begins */
function words(view) {
  const { wishes, start } = view.evening;
  const differs = (/** @type {keyof Wishes} */ name) => JSON.stringify(wishes[name] ?? null) !== JSON.stringify(start.defaults[name] ?? null);
  const chosen = Object.entries(CHOICES).filter(([name]) => differs(/** @type {keyof Wishes} */ (name)));
  return [
    ...(wishes.soft ? [view.say("liked-soft")] : wishes.firm ? [view.say("liked-firm")] : []),
    ...chosen.map(([name, start]) => view.say(`${start}${wishes[/** @type {keyof typeof CHOICES} */ (name)]}`)),
    ...Object.entries(FLAGS).flatMap(([name, id]) => (wishes[/** @type {keyof typeof FLAGS} */ (name)] ? [view.say(id)] : [])),
    ...(wishes.kneels ? [] : [view.say("more-cannot-kneel")]),
    ...(wishes.lasts_min === null ? [] : [view.say("lasts-minutes", { minutes: wishes.lasts_min })]),
    ...(differs("holds") ? [`${view.say("more-holds")}: ${view.say(wishes.holds ? "holds-yes" : "holds-no").toLowerCase()}`] : []),
  ];
}
