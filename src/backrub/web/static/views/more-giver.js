// The deep intake, about whoever gives: hands, knees and back, how often and how long; and about the room.

import { html } from "../vendor/lit.js";
import { oneOf, tick } from "./choices.js";
import { advice, choice, flag } from "./more-parts.js";

/** @import {PageView} from "./page-view.js" */

/** How long a giver may say to last [min]; "any" for as long as it takes. */
const LASTS = ["any", "5", "10", "15", "20", "30", "45"];

/** @param {PageView} view */
export function aboutGiver(view) {
  const { wishes } = view.evening;
  const lasts = wishes.lasts_min === null ? "any" : String(wishes.lasts_min);
  return html`<section>
    <h2>${view.say("more-giver")}</h2>
    <fieldset class="ticks">
      <legend class="visually-hidden">${view.say("more-giver")}</legend>
      ${flag(view, "weak_hands", "more-weak-hands")} ${advice(wishes.weak_hands ? view.say("weak-advice") : "")}
      ${flag(view, "small_hands", "more-small-hands")} ${flag(view, "sore_thumbs", "more-sore-thumbs")}
      ${tick({ label: view.say("more-cannot-kneel"), checked: !wishes.kneels, onChange: (no) => view.evening.wish({ kneels: !no }) })}
      ${flag(view, "sore_back", "more-sore-back")} ${flag(view, "swap", "more-swap")} ${advice(wishes.swap ? view.say("swap-advice") : "")}
    </fieldset>
    ${choice(view, "experience", ["new", "some", "practised"], "experience-label")}
    ${oneOf({
      name: "lasts",
      legend: view.say("lasts-label"),
      value: lasts,
      options: [...new Set([...LASTS, lasts])].map((id) => ({ id, label: id === "any" ? view.say("lasts-any") : view.say("lasts-minutes", { minutes: id }) })),
      onChoose: (id) => view.evening.wish({ lasts_min: id === "any" ? null : Number(id) }),
      wrap: true,
    })}
  </section>`;
}

/** @param {PageView} view */
export function aboutRoom(view) {
  return html`<section>
    <h2>${view.say("room-label")}</h2>
    ${choice(view, "room", ["warm", "cool"], "room-how")} ${advice(view.evening.wishes.room === "cool" ? view.say("cool-advice") : "")}
    ${choice(view, "talk", ["guide", "quiet", "nearly-silent"], "more-talk")}
  </section>`;
}
