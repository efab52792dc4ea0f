// What the drawn back calls its places, sides and marks.

/** @import {Say} from "./words.js" */

/** The places that people see, by area id, from the neck down. */
const PLACES = ["shoulders", "between-blades", "blades", "gutters-upper", "gutters-lower", "sides", "waist"];
const SIDES = /** @type {const} */ (["left", "right", "both"]);
const SPOTS = ["mole", "bruise", "scar", "sunburn", "patch", "not-there"];

/**
 * Gives the words of the drawn back in the shape that `<back-map>` takes.
 *
 * @param {Say} say
 */
export function mapLabels(say) {
  return {
    map: say("tonight-map"),
    head: say("lead-head"),
    you: say("lead-you"),
    lying: { left: say("lead-lying-left"), right: say("lead-lying-right") },
    avoid: say("level-avoided"),
    tender: say("mark-tender").toLowerCase(),
    levels: Object.fromEntries([1, 2, 3].map((level) => [level, say(`level-${level}`)])),
    areas: Object.fromEntries(
      PLACES.map((area) => [area, Object.fromEntries(SIDES.map((side) => [side, say(`places-${area}-${side}`)]))]),
    ),
    across: (/** @type {number} */ cm) => say("spots-across", { cm }),
    marks: Object.fromEntries(SPOTS.map((kind) => [kind, say(`mark-${kind}`).toLowerCase()])),
  };
}

/**
 * Names a place, with its side.
 *
 * @param {Say} say
 * @param {string} area
 * @param {string} side
 * @returns {string}
 */
export function placeName(say, area, side) {
  return PLACES.includes(area) ? say(`places-${area}-${side}`) : area;
}
