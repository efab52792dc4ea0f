// What can be done with the text of a routine: take one from the library, open, save, lay out, mend.

import { html, nothing } from "../vendor/lit.js";

/** @import {RoutineView} from "./routine.js" */

/** No routine of the library is called this. */
const NEW = "+";

/** @param {RoutineView} view */
export function toolsPart(view) {
  const fixes = (view.desk.checked?.findings ?? []).filter((one) => one.fix && !one.acknowledged);
  const safe = fixes.filter((one) => one.fix === "safe").length;
  return html`<div class="tools" role="group" aria-label=${view.say("routine-tools")}>
    ${library(view)}
    <label class="button pill file"
      >${view.say("routine-open")}<input
        class="visually-hidden"
        type="file"
        accept=".rub,.txt,.json,text/plain,application/json"
        @change=${(/** @type {Event} */ event) => choose(view, /** @type {HTMLInputElement} */ (event.target))}
    /></label>
    <button class="button pill" @click=${() => view.save()}>${view.say("routine-save")}</button>
    <button class="button pill" @click=${() => view.layOut()}>${view.say("routine-format")}</button>
    ${safe ? html`<button class="button pill" data-mend="safe" @click=${() => view.mend(false)}>${view.say("routine-mend", { count: safe })}</button>` : nothing}
    ${fixes.length > safe ? html`<button class="button pill" data-mend="all" @click=${() => view.mend(true)}>${view.say("routine-mend-all", { count: fixes.length })}</button>` : nothing}
    <p class="label" role="status">${view.told}</p>
  </div>`;
}

/** @param {RoutineView} view */
function library(view) {
  return html`<label class="library"
    ><span class="label">${view.say("routine-library")}</span
    ><select
      @change=${(/** @type {Event} */ event) => {
        const select = /** @type {HTMLSelectElement} */ (event.target);
        const name = select.value;
        select.value = "";
        if (name === NEW) void view.beginAnew();
        else if (name) void view.take(name);
      }}
    >
      <option value="">${view.say("routine-library-choose")}</option>
      <option value=${NEW}>${view.say("routine-new")}</option>
      ${view.shelf.map((one) => html`<option value=${one.name}>${view.say("routine-shelved", { title: one.title, minutes: one.minutes })}</option>`)}
    </select></label
  >`;
}

/** @param {RoutineView} view @param {HTMLInputElement} input */
function choose(view, input) {
  const [file] = input.files ?? [];
  input.value = "";
  if (file) void view.openFile(file);
}
