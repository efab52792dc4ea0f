// What this one tab remembers over a reload: that it was let in.

/** @typedef {{session: string, token: string, role: "receiver" | "watcher" | "giver"}} Guest */

const GUEST = "backrub-guest";

/** @returns {Guest | null} */
export function recallGuest() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(GUEST) ?? "null");
    return kept && ["session", "token", "role"].every((name) => typeof kept[name] === "string") ? kept : null;
  } catch {
    return null;
  }
}

/** @param {Guest} guest */
export function keepGuest(guest) {
  try {
    sessionStorage.setItem(GUEST, JSON.stringify(guest));
  } catch {
    // without storage a reload asks for a new code, and nothing else is lost
  }
}

export function forgetGuest() {
  try {
    sessionStorage.removeItem(GUEST);
  } catch {
    // nothing was kept
  }
}
