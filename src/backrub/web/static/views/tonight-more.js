// The fold "More" of the first page: everything that has a sensible default and can be left alone.

import { html, nothing } from "../vendor/lit.js";
import { oneOf, tick } from "./choices.js";

/** @import {TonightView} from "./tonight.js" */
/** @import {Wishes} from "../types/pages.d.ts" */

const INTENTIONS = ["unwind", "comfort", "closeness", "sore", "wake", "sleep", "practise"];

/** @param {TonightView} view */
export function moreFold(view) {
  const { wishes } = view.evening;
  return html`<details class="more">
    <summary>${view.say("more-title")}</summary>
    <div class="more-body">
      ${choice(view, "intention", INTENTIONS, "more-intention")}
      <fieldset>
        <legend class="label">${view.say("more-receiver")}</legend>
        ${flag(view, "firm", "more-firm")} ${wishes.firm ? flag(view, "deep", "more-deep") : nothing}
        ${flag(view, "first_time", "more-first-time")} ${flag(view, "ticklish", "more-ticklish")}
        ${flag(view, "woken", "more-woken")} ${flag(view, "nut_allergy", "more-nut-allergy")}
      </fieldset>
      ${holds(view)}
      <fieldset>
        <legend class="label">${view.say("more-giver")}</legend>
        ${tick({ label: view.say("more-cannot-kneel"), checked: !wishes.kneels, onChange: (no) => view.evening.wish({ kneels: !no }) })}
        ${flag(view, "sore_thumbs", "more-sore-thumbs")}
      </fieldset>
      ${choice(view, "talk", ["guide", "quiet", "nearly-silent"], "more-talk")} ${body(view)}
    </div>
  </details>`;
}

/**
 * @param {TonightView} view
 * @param {"intention" | "talk"} name
 * @param {string[]} ids
 * @param {string} legend
 */
function choice(view, name, ids, legend) {
  return oneOf({
    name,
    legend: view.say(legend),
    value: view.evening.wishes[name],
    options: ids.map((id) => ({ id, label: view.say(`${name}-${id}`) })),
    onChoose: (id) => view.evening.wish({ [name]: id }),
    wrap: ids.length > 4,
  });
}

/**
 * @param {TonightView} view
 * @param {keyof Wishes} name a wish that is a yes or no
 * @param {string} label
 */
function flag(view, name, label) {
  if (!(name in view.evening.wishes)) return nothing;
  return tick({
    label: view.say(label),
    checked: view.evening.wishes[name] === true,
    onChange: (checked) => view.evening.wish({ [name]: checked }),
  });
}

/** @param {TonightView} view */
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

/** @param {TonightView} view */
function body(view) {
  const { body } = view.evening.wishes;
  return html`<fieldset class="body">
      <legend class="label">${view.say("more-body")}</legend>
      ${measure(view, "stature_mm", "body-stature", 10, [120, 220])} ${measure(view, "mass_kg", "body-mass", 1, [30, 250])}
    </fieldset>
    ${oneOf({
      name: "sex",
      legend: view.say("body-sex"),
      value: body.sex ?? "any",
      options: ["any", "f", "m"].map((id) => ({ id, label: view.say(`sex-${id}`) })),
      onChoose: (id) => resize(view, { sex: id === "any" ? null : id }),
    })}`;
}

/**
 * @param {TonightView} view
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
        const fits = field.value !== "" && field.checkValidity();
        resize(view, { [name]: fits ? Number(field.value) * scale : null });
      }}
  /></label>`;
}

/**
 * @param {TonightView} view
 * @param {Partial<Wishes["body"]>} some
 */
function resize(view, some) {
  view.evening.wish({ body: { ...view.evening.wishes.body, ...some } });
  void view.attempt(() => view.evening.loadAtlas());
}
