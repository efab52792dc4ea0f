/** Bakes the relief off the main thread: one height field per person, one lighting per palette and facing. */
import { bake } from "./relief-bake.js";

/** @typedef {{id: number, size: import("./relief-height.js").Size, palette: import("./clay.js").Palette, facing: import("./back-view.js").Facing, px_per_mm: number}} Order */

const scope = /** @type {{postMessage(message: unknown, transfer: Transferable[]): void, addEventListener(kind: "message", listener: (event: MessageEvent<Order>) => void): void}} */ (
  /** @type {unknown} */ (globalThis)
);

scope.addEventListener("message", ({ data }) => {
  const picture = bake(data.size, data);
  scope.postMessage({ id: data.id, ...picture }, [/** @type {ArrayBuffer} */ (picture.pixels.buffer)]);
});
