// Starts the pages: words first, then whichever page the address names.

import { direction, sayer } from "./lib/words.js";
import * as api from "./models/api.js";
import { Evening } from "./models/evening.js";
import "./views/tonight.js";

/** @import {PageView} from "./views/page-view.js" */

/** The pages by address; all but the first are fetched when wanted. */
const PAGES = /** @type {Record<string, {tag: string, theme: string, style?: string, load: () => Promise<unknown>}>} */ ({
  "#/": { tag: "tonight-view", theme: "day", load: async () => undefined },
  "#/plan": { tag: "plan-view", theme: "day", style: "/styles/plan.css", load: () => import("./views/plan.js") },
  "#/hug": { tag: "hug-view", theme: "day", style: "/styles/plan.css", load: () => import("./views/plan-hug.js") },
  "#/swap": { tag: "swap-view", theme: "day", style: "/styles/plan.css", load: () => import("./views/plan-swap.js") },
  "#/more": { tag: "more-view", theme: "day", style: "/styles/intake.css", load: () => import("./views/more.js") },
  "#/health": { tag: "health-view", theme: "day", style: "/styles/intake.css", load: () => import("./views/health.js") },
  "#/card": { tag: "card-view", theme: "day", style: "/styles/intake.css", load: () => import("./views/card.js") },
  "#/routine": { tag: "routine-view", theme: "day", style: "/styles/routine.css", load: () => import("./views/routine.js") },
  "#/lead": { tag: "lead-view", theme: "candle", style: "/styles/lead.css", load: () => import("./views/lead.js") },
  "#/after": { tag: "after-view", theme: "candle", style: "/styles/after.css", load: () => import("./views/after.js") },
});

const main = /** @type {HTMLElement} */ (document.querySelector("#main"));

async function begin() {
  const asked = new URLSearchParams(location.search).get("dir");
  const start = await api.start();
  const say = sayer(start.locale, await api.words(start.locale));
  document.documentElement.lang = start.locale;
  document.documentElement.dir = asked === "rtl" ? "rtl" : direction(start.locale);
  const evening = new Evening(start, say);
  const show = () => void turnTo(evening, pageOf(evening));
  window.addEventListener("hashchange", show);
  show();
}

/**
 * Gives the page to show; those that need a plan or a session lead back to the first without one.
 *
 * @param {Evening} evening
 * @returns {string}
 */
function pageOf(evening) {
  const wanted = location.hash in PAGES ? location.hash : "#/";
  if (wanted === "#/plan" && evening.lesson) return "#/hug";
  if (wanted === "#/" && evening.next && !evening.pass) return "#/swap";
  const { plan, clash, pass, next } = evening;
  const lesson = evening.lesson ?? (evening.wishes.position === "hug" || null);
  const needed = { "#/plan": plan ?? clash, "#/lead": pass, "#/after": pass, "#/hug": lesson, "#/swap": next }[wanted];
  return needed === null ? "#/" : wanted;
}

/**
 * @param {Evening} evening
 * @param {string} hash
 */
async function turnTo(evening, hash) {
  const page = PAGES[hash];
  if (!page) return;
  if (page.style) await dress(page.style);
  await page.load();
  if (pageOf(evening) !== hash) return;
  undress(page.style);
  document.documentElement.dataset["theme"] = page.theme;
  delete document.documentElement.dataset["room"];
  const view = /** @type {PageView} */ (document.createElement(page.tag));
  view.evening = evening;
  main.replaceChildren(view);
  document.title = `${evening.say("app-name")}`;
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

/**
 * Puts aside the style sheets of the other pages: what they say of their own words would be said of this page's too.
 *
 * @param {string} [href] the style sheet of the page to show
 */
function undress(href) {
  for (const { sheet } of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[data-page]"))) {
    if (sheet) sheet.disabled = !sheet.href?.endsWith(href ?? "/");
  }
}

/**
 * Adds a page's style sheet once, and waits for it.
 *
 * @param {string} href
 * @returns {Promise<void>}
 */
function dress(href) {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  link.dataset["page"] = "";
  document.head.append(link);
  return new Promise((done) => {
    link.onload = link.onerror = () => done();
  });
}

begin().catch((error) => {
  main.textContent = error instanceof TypeError ? "The coach does not answer. Is it still running?" : String(error.message);
});
