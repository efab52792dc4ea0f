/** Bakes the relief off the main thread: one height field per person, one lighting per palette and facing. */
import { bake } from "./relief-bake.js";
import { NEUTRAL } from "./relief-figures.js";

/** @typedef {{id: number, size: import("./relief-height.js").Size, palette: import("./clay.js").Palette, facing: import("./back-view.js").Facing, px_per_mm: number}} Order */

const scope = /** @type {{postMessage(message: unknown, transfer: Transferable[]): void, addEventListener(kind: "message", listener: (event: MessageEvent<Order>) => void): void}} */ (
  /** @type {unknown} */ (globalThis)
);

/** Until the first person is known there is time to bake the neutral one: the code is quick by then, and many are neutral.
 * An order that came already goes first. */
const idle = setTimeout(() => bake(NEUTRAL, { palette: "day", facing: "up", px_per_mm: 1 }), 40);

scope.addEventListener("message", ({ data }) => {
  clearTimeout(idle);
  const picture = bake(data.size, data);
  scope.postMessage({ id: data.id, ...picture }, [/** @type {ArrayBuffer} */ (picture.pixels.buffer)]);
});
