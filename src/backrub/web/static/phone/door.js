// What a device may ask before it is let in: the words of the page, and a pass for a code.

/** @import {Guest} from "./memory.js" */

/** @typedef {{why: "wrong" | "wait" | "locked" | "gone" | "unreachable", wait_s?: number}} No */

/**
 * Fetches the sentences of this page, in a language or the nearest one there is.
 *
 * @param {string} wanted
 * @param {"phone" | "ui"} page
 * @returns {Promise<{locale: string, ftl: string}>}
 */
export async function words(wanted, page = "phone") {
  const answer = await fetch(`/api/words/${encodeURIComponent(wanted)}/${page}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return { locale: answer.headers.get("content-language") ?? "en", ftl: await answer.text() };
}

/**
 * Changes a code for a pass.
 *
 * @param {string} code
 * @returns {Promise<{guest: Guest} | No>}
 */
export async function enter(code) {
  try {
    const answer = await fetch("/join", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code: code.slice(0, 32) }),
      cache: "no-store",
    });
    const said = await answer.json();
    if (answer.ok) return { guest: { session: said.session, token: said.token, role: said.role } };
    if (answer.status === 429) return { why: said.code === "locked" ? "locked" : "wait", wait_s: Number(said.wait_s) };
    return { why: "wrong" };
  } catch {
    return { why: "unreachable" };
  }
}
