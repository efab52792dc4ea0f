// The deep intake, about whoever lies down: what it is for, how firm, how they lie, what goes on the skin, how large they are.

import { html, nothing } from "../vendor/lit.js";
import { oneOf } from "./choices.js";
import { advice, choice, flag } from "./more-parts.js";

/** @import {PageView} from "./page-view.js" */
/** @import {Wishes} from "../types/pages.d.ts" */

const INTENTIONS = ["unwind", "comfort", "closeness", "sore", "wake", "sleep", "practise"];
const POSITIONS = ["auto", "prone", "side-lying", "seated", "hug"];
/** Positions that ask for a word beforehand. */
const EXPLAINED = new Set(["side-lying", "seated", "hug"]);

/** @param {PageView} view */
export function aboutReceiver(view) {
  const { wishes } = view.evening;
  return html`<section>
    <h2>${view.say("more-receiver")}</h2>
    ${choice(view, "intention", INTENTIONS, "more-intention")} ${advice(wishes.intention === "sore" ? view.say("sore-advice") : "")} ${firmness(view)}
    ${position(view)} ${holds(view)}
    <fieldset class="ticks">
      <legend class="visually-hidden">${view.say("more-receiver")}</legend>
      ${flag(view, "first_time", "more-first-time")} ${flag(view, "ticklish", "more-ticklish")} ${flag(view, "woken", "more-woken")}
    </fieldset>
  </section>`;
}

/** @param {PageView} view */
function firmness(view) {
  const { soft, firm, deep } = view.evening.wishes;
  const wishes = { soft: { soft: true, firm: false, deep: false }, usual: { soft: false, firm: false, deep: false }, firm: { soft: false, firm: true, deep } };
  return html`${oneOf({
    name: "liked",
    legend: view.say("liked-label"),
    value: soft ? "soft" : firm ? "firm" : "usual",
    options: ["soft", "usual", "firm"].map((id) => ({ id, label: view.say(`liked-${id}`) })),
    onChoose: (id) => view.evening.wish(wishes[/** @type {keyof typeof wishes} */ (id)]),
  })}
  ${firm ? flag(view, "deep", "more-deep") : nothing} ${advice(deep ? view.say("deep-advice") : "")}`;
}

/** @param {PageView} view */
function position(view) {
  const value = view.evening.wishes.position ?? "auto";
  return html`${oneOf({
    name: "position",
    legend: view.say("position-label"),
    value,
    options: POSITIONS.map((id) => ({ id, label: view.say(`position-${id}`) })),
    onChoose: (id) => view.evening.wish({ position: id === "auto" ? null : id }),
    wrap: true,
  })}
  ${advice(EXPLAINED.has(value) ? view.say(`position-advice-${value}`) : "")}`;
}

/** @param {PageView} view */
function holds(view) {
  const named = { auto: null, yes: true, no: false };
  const value = Object.entries(named).find(([, holds]) => holds === view.evening.wishes.holds)?.[0] ?? "auto";
  return oneOf({
    name: "holds",
    legend: view.say("more-holds"),
    value,
    options: Object.keys(named).map((id) => ({ id, label: view.say(`holds-${id}`) })),
    onChoose: (id) => view.evening.wish({ holds: named[/** @type {keyof typeof named} */ (id)] }),
  });
}

/** @param {PageView} view */
export function aboutSkin(view) {
  const { glide, nut_allergy, latex } = view.evening.wishes;
  const slippery = glide === "oil" || glide === "lotion";
  return html`<section>
    <h2>${view.say("more-skin")}</h2>
    ${choice(view, "glide", ["oil", "lotion", "dry", "clothed"], "glide-label", true)} ${advice(view.say(`glide-advice-${glide}`, { nuts: nut_allergy ? "no" : "yes" }))}
    <fieldset class="ticks">
      <legend class="visually-hidden">${view.say("more-skin")}</legend>
      ${flag(view, "nut_allergy", "more-nut-allergy")} ${flag(view, "scent_free", "more-scent-free")} ${flag(view, "latex", "more-latex")}
    </fieldset>
    ${advice(latex && slippery ? view.say("latex-advice") : "")}
  </section>`;
}

/** @param {PageView} view */
export function aboutBody(view) {
  const { body } = view.evening.wishes;
  return html`<section>
    <h2>${view.say("more-body")}</h2>
    <fieldset class="body">
      <legend class="visually-hidden">${view.say("more-body")}</legend>
      ${measure(view, "stature_mm", "body-stature", 10, [120, 220])} ${measure(view, "mass_kg", "body-mass", 1, [30, 250])}
    </fieldset>
    ${oneOf({
      name: "sex",
      legend: view.say("body-sex"),
      value: body.sex ?? "any",
      options: ["any", "f", "m"].map((id) => ({ id, label: view.say(`sex-${id}`) })),
      onChoose: (id) => resize(view, { sex: id === "any" ? null : id }),
    })}
  </section>`;
}

/**
 * @param {PageView} view
 * @param {"stature_mm" | "mass_kg"} name
 * @param {string} label
 * @param {number} scale how many of the wish's units are one of the field's
 * @param {[number, number]} range in the field's unit
 */
function measure(view, name, label, scale, range) {
  const value = view.evening.wishes.body[name];
  return html`<label class="measure"
    ><span>${view.say(label)}</span
    ><input
      type="number"
      inputmode="numeric"
      min=${range[0]}
      max=${range[1]}
      .value=${value ? String(Math.round(value / scale)) : ""}
      @change=${(/** @type {Event} */ event) => {
        const field = /** @type {HTMLInputElement} */ (event.target);
        const fits = field.reportValidity() && field.value !== "";
        resize(view, { [name]: fits ? Number(field.value) * scale : null });
      }}
  /></label>`;
}

/**
 * @param {PageView} view
 * @param {Partial<Wishes["body"]>} some
 */
function resize(view, some) {
  view.evening.wish({ body: { ...view.evening.wishes.body, ...some } });
  void view.attempt(() => view.evening.loadAtlas());
}
