// One card, open: its picture for their phone, what it says, what it has learnt; each thing can be changed or taken away.

import { mapLabels, placeName } from "../lib/map-labels.js";
import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { learntList, saving } from "./card-learnt.js";
import { oneOf, tick } from "./choices.js";

/** @import {CardView} from "./card.js" */
/** @import {CardInUse} from "../types/pages.d.ts" */
/** @import {Card} from "../types/wire.d.ts" */

const FREE = /** @type {const} */ (["nuts", "scent", "latex"]);

/** @param {CardView} view @param {CardInUse} open */
export function openCard(view, open) {
  return html`<div class="columns" data-card=${open.id ?? "new"}>
    <section aria-labelledby="open-title">
      <h2 id="open-title" tabindex="-1">${open.name || view.say("card-new")}</h2>
      ${naming(view, open)} ${picture(view, open)}
    </section>
    <section aria-labelledby="says-title">
      <h2 id="says-title">${view.say("card-says")}</h2>
      ${says(view, open.shown.card)} ${leftAlone(view, open.shown.card)}
    </section>
    <section aria-labelledby="learnt-title">
      <h2 id="learnt-title">${view.say("card-learnt")}</h2>
      ${open.shown.learnt.length > 0
        ? learntList(view, open.shown.learnt, (what) => void view.attempt(() => view.desk.say(what)))
        : html`<p class="soft">${view.say("card-learnt-none")}</p>`}
    </section>
  </div>`;
}

/** @param {CardView} view @param {CardInUse} open */
function naming(view, open) {
  return html`<label class="field"
      ><span>${view.say("card-name")}</span
      ><input
        type="text"
        maxlength="40"
        autocomplete="off"
        .value=${open.name}
        @change=${(/** @type {Event} */ event) => void view.attempt(() => view.desk.rename(/** @type {HTMLInputElement} */ (event.target).value))}
    /></label>
    <div class="pills">
      <button type="button" class="button pill" @click=${() => use(view)}>${view.say(view.desk.inUse ? "card-stop" : "card-use")}</button>
      ${open.id || view.desk.keeps
        ? html`<button type="button" class="button pill" @click=${() => keep(view, open)}>${view.say(open.id ? "card-forget" : "card-keep")}</button>`
        : nothing}
    </div>
    <p class="label">${view.say(open.id ? "card-is-kept" : view.desk.keeps === false ? "card-kept-nowhere" : "card-not-kept")}</p>`;
}

/** @param {CardView} view @param {CardInUse} open */
function picture(view, open) {
  const { text, picture } = open.shown;
  return html`<figure class="qr">
      <img src=${picture} alt=${view.say("card-picture")} width="180" height="180" />
      <figcaption class="label">${view.say("card-picture-how")}</figcaption>
    </figure>
    <label class="field"><span>${view.say("card-text")}</span><textarea class="code" rows="3" readonly .value=${text}></textarea></label>
    ${saving(view, text)}`;
}

/** @param {CardView} view @param {Card} card */
function says(view, card) {
  const free = card.free_of ?? [];
  const change = (/** @type {Partial<Card>} */ some) => void view.attempt(() => view.desk.change(some));
  return html`${oneOf({
      name: "card-liked",
      legend: view.say("liked-label"),
      value: card.firmness ?? "usual",
      options: ["soft", "usual", "firm"].map((id) => ({ id, label: view.say(`liked-${id}`) })),
      onChoose: (id) => change({ firmness: /** @type {NonNullable<Card["firmness"]>} */ (id) }),
    })}
    ${oneOf({
      name: "card-position",
      legend: view.say("position-label"),
      value: card.position ?? "auto",
      options: ["auto", "prone", "side-lying", "seated"].map((id) => ({ id, label: view.say(`position-${id}`) })),
      onChoose: (id) => change({ position: id === "auto" ? null : /** @type {NonNullable<Card["position"]>} */ (id) }),
      wrap: true,
    })}
    <fieldset class="ticks">
      <legend class="label">${view.say("card-free")}</legend>
      ${FREE.map((id) =>
        tick({ label: view.say(`free-${id}`), checked: free.includes(id), onChange: (on) => change({ free_of: on ? [...free, id] : free.filter((one) => one !== id) }) }),
      )}
    </fieldset>
    <p class="label">${view.say("card-language", { language: languageName(card.language ?? "en", view.evening.locale) })}</p>`;
}

/** @param {CardView} view @param {Card} card */
function leftAlone(view, card) {
  const [avoid, marks] = [card.avoid ?? [], card.marks ?? []];
  const names = mapLabels(view.evening.say).marks;
  if (avoid.length + marks.length === 0) return nothing;
  const away = (/** @type {string} */ name, /** @type {Partial<Card>} */ some) =>
    html`<li>
      <span>${opened(name, view.evening.locale)}</span>
      <button type="button" class="button quiet" aria-label=${view.say("spots-remove", { spot: name })} @click=${() => void view.attempt(() => view.desk.change(some))}>
        ${view.say("spots-remove-short")}
      </button>
    </li>`;
  return html`<h3>${opened(view.say("level-avoid"), view.evening.locale)}</h3>
    <ul class="alone" role="list">
      ${avoid.map((one) => away(placeName(view.evening.say, one.area, one.side ?? "both").replaceAll("-", " "), { avoid: avoid.filter((other) => other !== one) }))}
      ${marks.map((one) => away(names[one.kind] ?? one.kind, { marks: marks.filter((other) => other !== one) }))}
    </ul>`;
}

/** @param {CardView} view */
function use(view) {
  if (!view.desk.inUse) return act(view, () => view.desk.use(), "card-used");
  view.evening.dropCard();
  view.requestUpdate();
}

/** @param {CardView} view @param {CardInUse} open */
function keep(view, open) {
  if (open.id) act(view, () => view.desk.forget(), "card-forgotten");
  else act(view, () => view.desk.keep(), "card-saved");
}

/** @param {CardView} view @param {() => Promise<void>} work @param {string} word what is said when it is done */
function act(view, work, word) {
  void view.attempt(async () => {
    await work();
    view.told = view.say(word);
  });
}

/** @param {string} tag @param {string} locale */
function languageName(tag, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
