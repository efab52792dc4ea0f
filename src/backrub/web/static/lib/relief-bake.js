/** From a person's size to a lit picture, keeping the last height field: the part worker and page share. */
import { heightField, sizeKey } from "./relief-height.js";
import { hollows, light } from "./relief-light.js";

/** @typedef {import("./relief-height.js").Size} Size */
/** @typedef {{palette: import("./clay.js").Palette, facing: import("./back-view.js").Facing, px_per_mm: number}} Look */

/** @type {{key: string, field: import("./relief-height.js").HalfField, hollow: Float32Array} | undefined} */
let last;

/** @param {Size} size @param {Look} look */
export function bake(size, look) {
  const key = sizeKey(size);
  if (last?.key !== key) {
    const field = heightField(size);
    last = { key, field, hollow: hollows(field) };
  }
  return light(last.field, last.hollow, size, look);
}
