// The one question before a device is let in, and what to try when it does not come in.

import { html, nothing } from "../vendor/lit.js";

/** @import {Say} from "../lib/words.js" */
/** @import {No} from "./door.js" */

/**
 * @param {Say} say
 * @param {No | null} no why it was not let in
 * @param {(code: string) => Promise<void>} submit
 */
export function joinForm(say, no, submit) {
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    void submit(String(new FormData(form).get("code") ?? ""));
  };
  return html`<section class="join">
    <h1>${say("phone-join")}</h1>
    <form @submit=${send} novalidate>
      <label for="code">${say("phone-code")}</label>
      <input
        id="code"
        name="code"
        maxlength="12"
        autocomplete="off"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="go"
        aria-describedby="join-no"
      />
      <p id="join-no" role="alert">${no ? reason(say, no) : nothing}</p>
      <button class="region go">${say("phone-enter")}</button>
    </form>
    <p class="soft">${say("phone-code-how")}</p>
  </section>`;
}

/**
 * @param {Say} say
 * @param {No} no
 * @returns {string}
 */
function reason(say, no) {
  if (no.why === "wait") return say("phone-no-wait", { seconds: no.wait_s ?? 2 });
  if (no.why === "locked") return say("phone-no-locked");
  if (no.why === "gone") return say("phone-no-gone");
  if (no.why === "unreachable") return say("phone-no-unreachable");
  return say("phone-no-wrong");
}
