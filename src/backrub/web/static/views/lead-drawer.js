// The quiet drawer, for what is seldom wanted, and the sheet of keys.

import { html, ref } from "../vendor/lit.js";
import { doorButton } from "./lead-door.js";
import { volume } from "./sound-check.js";

/** @import {TemplateResult} from "../vendor/lit.js" */
/** @import {LeadView} from "./lead.js" */

const WISHES = ["hush", "tired", "spot-here", "not-there", "back"];
const NAMES = /** @type {Record<string, string>} */ ({ "spot-here": "spot" });
const END_IN_MIN = [1, 3, 5];
const LONGER_MIN = 5;

/** Keys and what they do, in the order of the sheet. */
const KEYS = [
  ["space", "pause"],
  ["right", "next"],
  ["left", "back"],
  ["up", "firmer"],
  ["down", "softer"],
  ["s", "stay"],
  ["j", "just-right"],
  ["n", "not-there"],
  ["t", "spot-here"],
  ["h", "hush"],
  ["k", "tired"],
  ["any-number", "rate"],
  ["pagedown", "next"],
  ["pageup", "stay"],
  ["escape", "stop"],
  ["?", "help"],
];

/**
 * @param {LeadView} view
 * @returns {TemplateResult}
 */
export function drawer(view) {
  return sheet(
    view,
    "drawer-title",
    html`<div class="drawer-list">
        ${WISHES.map((kind) => {
          const name = NAMES[kind] ?? kind;
          return html`<button class="drawer-item" data-kind=${kind} @click=${() => view.ask({ kind })}>
            <strong>${view.say(`drawer-${name}`)}</strong><span class="soft">${view.say(`drawer-${name}-how`)}</span>
          </button>`;
        })}
        <button class="drawer-item" data-kind="more-minutes" @click=${() => view.ask({ kind: "more-minutes", value: LONGER_MIN })}>
          <strong>${view.say("drawer-longer")}</strong>
        </button>
      </div>
      <div class="drawer-row" role="group" aria-label=${view.say("drawer-end-in")}>
        <span class="soft">${view.say("drawer-end-in")}</span>
        ${END_IN_MIN.map((value) => html`<button class="word" data-kind="end-in" @click=${() => view.ask({ kind: "end-in", value })}>${view.say(`drawer-end-${value}`)}</button>`)}
      </div>
      <div class="drawer-row">${doorButton(view)}</div>
      <div class="drawer-row">${volume(view)}<button class="word" @click=${() => view.show("keys")}>${view.say("drawer-keys")}</button></div>`,
  );
}

/**
 * @param {LeadView} view
 * @returns {TemplateResult}
 */
export function keySheet(view) {
  return sheet(
    view,
    "keys-title",
    html`<dl class="keys">
        ${KEYS.map(([key = "", does = ""]) => html`<div><dt><kbd>${key.length > 1 ? view.say(`keys-${key}`) : key}</kbd></dt><dd>${view.say(`keys-${does}`)}</dd></div>`)}
      </dl>
      <p class="soft">${view.say("keys-headset")}</p>`,
  );
}

/**
 * @param {LeadView} view
 * @param {string} title
 * @param {TemplateResult} body
 */
export function sheet(view, title, body) {
  const shown = (/** @type {Element | undefined} */ element) => {
    queueMicrotask(() => {
      if (element instanceof HTMLDialogElement && element.isConnected && !element.open) element.showModal();
    });
  };
  return html`<dialog
    class="sheet"
    aria-labelledby="sheet-title"
    ${ref(shown)}
    @close=${() => view.show(null)}
    @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && view.show(null)}
  >
    <header>
      <h2 id="sheet-title">${view.say(title)}</h2>
      <button class="word" @click=${() => view.show(null)}>${view.say("close")}</button>
    </header>
    ${body}
  </dialog>`;
}
