// What was found in a routine, in order: where, what, what instead, and why on demand.

import { html, nothing } from "../vendor/lit.js";

/** @import {RoutineView} from "./routine.js" */
/** @import {FindingJson} from "../types/wire.d.ts" */

/** @param {RoutineView} view */
export function findingsPart(view) {
  const findings = view.desk.checked?.findings ?? [];
  const graver = findings.filter((one) => one.severity !== "info").length;
  return html`<section class="findings" aria-labelledby="routine-findings">
    <h2 id="routine-findings">${view.say("routine-findings")}</h2>
    <p class="label" role="status">
      ${!view.desk.checked ? view.say("loading") : findings.length === 0 ? view.say("routine-nothing") : view.say("routine-count", { graver, rest: findings.length - graver })}
    </p>
    ${findings.length ? html`<ol role="list">${findings.map((one) => row(view, one))}</ol>` : nothing}
  </section>`;
}

/** @param {RoutineView} view @param {FindingJson} one */
function row(view, one) {
  return html`<li data-severity=${one.severity} data-code=${one.code}>
    <button type="button" class="found" @click=${() => view.editor.goTo(one.line, one.column)}>
      <span class="mark" aria-hidden="true">${MARKS[one.severity]}</span>
      <span><span class="label">${view.say(`routine-${one.severity}`)} · ${view.say("routine-line", { line: one.line })}</span> ${one.message}</span>
    </button>
    <p class="label">
      ${one.acknowledged ? view.say("routine-allowed", { reason: one.acknowledged }) : one.hint}
      ${one.fix && !one.acknowledged ? html`<button type="button" class="mending" aria-label=${view.say("routine-mend-this-line", { line: one.line })} @click=${() => view.mendOne(one)}>${view.say("routine-mend-this")}</button>` : nothing}
    </p>
    <details
      @toggle=${(/** @type {Event} */ event) => {
        if (/** @type {HTMLDetailsElement} */ (event.target).open) void view.explain(one.code);
      }}
    >
      <summary class="label">${view.say("routine-why", { code: one.code })}</summary>
      <pre>${view.pages[one.code] ?? view.say("loading")}</pre>
    </details>
  </li>`;
}

/** Told apart without colour. */
const MARKS = { error: "■", warning: "▲", info: "○" };
