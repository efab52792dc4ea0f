// Letting another device join: a picture to scan, a code to type, who is here, and what to try when it does not work.

import { html, nothing } from "../vendor/lit.js";
import { sheet } from "./lead-drawer.js";

/** @import {Door as DoorState} from "../types/pages.d.ts" */
/** @import {LeadView} from "./lead.js" */

const GUESTS = /** @type {const} */ (["receiver", "watcher", "giver"]);
const TROUBLES = ["wifi", "guests", "firewall", "address"];

/** @param {LeadView} view */
export function doorSheet(view) {
  const { door } = view.leading;
  return sheet(
    view,
    "door-title",
    html`<div class="door">
      <p role="status">${phoneWords(view)}</p>
      ${door.state?.code ? invitation(view, door.state) : nothing} ${door.failure ? html`<p role="alert">${failure(view)}</p>` : nothing}
      ${door.state?.locked ? html`<p role="alert">${view.say("door-locked")}</p>` : nothing}
      <div class="drawer-row" role="group" aria-label=${view.say("door-invite")}>
        ${GUESTS.map((role) => html`<button class="word" data-role=${role} @click=${() => void door.invite(role)}>${view.say(`door-invite-${role}`)}</button>`)}
      </div>
      ${inside(view)}
      <details>
        <summary>${view.say("door-trouble")}</summary>
        <ul>
          ${TROUBLES.map((one) => html`<li>${view.say(`door-trouble-${one}`)}</li>`)}
        </ul>
      </details>
    </div>`,
  );
}

/** Where their phone is, in words, or "" when none was ever let in. @param {LeadView} view */
export function phoneWords(view) {
  const { phone } = view.leading.door;
  return phone === "none" ? "" : view.say(`door-phone-${phone}`);
}

/** The quiet way in, where there is nothing else to do yet. @param {LeadView} view */
export function doorButton(view) {
  if (view.leading.door.elsewhere) return nothing;
  return html`<button class="word door-open" data-kind="door" aria-haspopup="dialog" @click=${() => view.openDoor()}>
    ${phoneWords(view) || view.say("door-open")}
  </button>`;
}

/**
 * @param {LeadView} view
 * @param {DoorState} state
 */
function invitation(view, state) {
  const code = state.code ?? "";
  return html`<figure class="invitation">
    <img src=${state.picture ?? ""} alt=${view.say("door-picture", { address: state.url?.split("#")[0] ?? "" })} width="240" height="240" />
    <figcaption>
      <p>${view.say(`door-scan-${state.role ?? "receiver"}`)}</p>
      <p class="soft">${view.say("door-type")}</p>
      <p class="address" dir="ltr">${state.url?.split("#")[0]}</p>
      <p class="code" dir="ltr" aria-label=${[...code].join(" ")}>${code}</p>
    </figcaption>
  </figure>
  ${state.addresses.length > 1 ? addresses(view, state) : nothing}`;
}

/**
 * This machine is on several networks; the phone is on one of them.
 *
 * @param {LeadView} view
 * @param {DoorState} state
 */
function addresses(view, state) {
  return html`<div class="drawer-row" role="group" aria-label=${view.say("door-addresses")}>
    <span class="soft">${view.say("door-addresses")}</span>
    ${state.addresses.map((url) => {
      const address = new URL(url).hostname;
      const now = Boolean(state.url?.startsWith(url));
      return html`<button class="word" aria-pressed=${now} @click=${() => void view.leading.door.invite(state.role ?? "receiver", address)}>${address}</button>`;
    })}
  </div>`;
}

/** Who was let in, each with a way out. @param {LeadView} view */
function inside(view) {
  const { door } = view.leading;
  const passes = door.state?.passes ?? [];
  if (passes.length === 0) return nothing;
  return html`<ul class="guests" role="list">
      ${passes.map(
        (one) => html`<li>
          <span>${view.say(`door-guest-${one.role}`)}, ${view.say(one.here ? "door-here" : "door-away")}</span>
          <button class="word" @click=${() => void door.revoke(one.id)}>${view.say("door-revoke")}</button>
        </li>`,
      )}
    </ul>
    <button class="word" @click=${() => void door.close()}>${view.say("door-close")}</button>`;
}

/** @param {LeadView} view */
function failure(view) {
  const { failure } = view.leading.door;
  return failure === "offline" ? view.say("failed-no-server") : failure;
}
