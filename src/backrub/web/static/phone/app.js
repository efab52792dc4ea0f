// Starts the page of a second device: words, then the code or the pass it already has, then what its role shows.

import { direction, sayer } from "../lib/words.js";
import { html, render } from "../vendor/lit.js";
import * as door from "./door.js";
import { joinForm } from "./joining.js";
import { forgetGuest, keepGuest, recallGuest } from "./memory.js";

/** @import {Say} from "../lib/words.js" */
/** @import {Guest} from "./memory.js" */

/** What each role's page is called; it is fetched once somebody has that role. */
const PAGES = /** @type {Record<Guest["role"], {tag: string, load: () => Promise<unknown>}>} */ ({
  receiver: { tag: "receiver-page", load: () => import("./receiver.js") },
  watcher: { tag: "watcher-page", load: () => import("./watcher.js") },
  giver: { tag: "screen-page", load: () => import("./screen.js") },
});

const main = /** @type {HTMLElement} */ (document.querySelector("#main"));

async function begin() {
  const code = location.hash.slice(1);
  // The code is used up and gone from the address before anybody can look over a shoulder.
  if (code) history.replaceState(null, "", location.pathname);
  const [{ locale, ftl }, entered] = await Promise.all([door.words(navigator.language || "en"), code ? door.enter(code) : null]);
  const say = sayer(locale, ftl);
  document.documentElement.lang = locale;
  document.documentElement.dir = direction(locale);
  document.title = say("phone-title");
  main.replaceChildren();
  if (entered && "guest" in entered) keepGuest(entered.guest);
  const guest = recallGuest();
  if (guest) await show(guest, say, locale);
  else ask(say, locale, entered && "why" in entered ? entered : null);
}

/**
 * Asks for a code.
 *
 * @param {Say} say
 * @param {string} locale
 * @param {door.No | null} no why the last one was refused
 */
function ask(say, locale, no) {
  const submit = async (/** @type {string} */ code) => {
    const entered = await door.enter(code);
    if ("why" in entered) {
      ask(say, locale, entered);
      return;
    }
    keepGuest(entered.guest);
    await show(entered.guest, say, locale);
  };
  render(joinForm(say, no, submit), main);
}

/**
 * Shows the page of a role; when its session lets it go, a code is asked for again.
 *
 * @param {Guest} guest
 * @param {Say} say
 * @param {string} locale
 */
async function show(guest, say, locale) {
  const page = PAGES[guest.role];
  await page.load();
  const element = /** @type {any} */ (document.createElement(page.tag));
  Object.assign(element, { guest, say, locale });
  element.addEventListener("gone", () => {
    forgetGuest();
    if (element.status === "finished") return; // its last words stand: there is nothing to come back to
    ask(say, locale, { why: "gone" });
  });
  render(html`${element}`, main);
  main.focus({ preventScroll: true });
}

begin().catch(() => {
  main.textContent = "The coach does not answer. Say what you want aloud; load this page again in a moment.";
});
