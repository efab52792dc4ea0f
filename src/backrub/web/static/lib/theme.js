/** Which palette a drawn thing takes: asked for by name, or read from the page's tokens. */

/** @typedef {import("./clay.js").Palette} Palette */

const NAMES = /** @type {const} */ (["day", "evening", "candle"]);

/** @param {Element} element @param {string} [theme] day, evening, candle, or auto @returns {Palette} */
export function paletteOf(element, theme = "auto") {
  const named = NAMES.find((name) => name === theme);
  if (named && named !== "day") return named;
  const read = getComputedStyle(element).getPropertyValue("--relief").trim();
  const found = NAMES.find((name) => name === read) ?? "day";
  return named === "day" && found === "candle" ? "day" : found;
}

/** Calls back when the light of the machine changes; returns how to stop. @param {() => void} changed */
export function onLightChange(changed) {
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Whether less motion was asked for. */
export const prefersLessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
