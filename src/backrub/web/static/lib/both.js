// Both get one: what of one person's wishes holds for the other too, and what a half of the evening is planned by.

/** @import {Wishes} from "../types/pages.d.ts" */

/** Least minutes for two: two short rubs, and time to change. */
export const LEAST_FOR_TWO = 9;

/** What the room, the evening and both of them have in common. */
const SHARED = /** @type {const} */ (["minutes", "glide", "surface", "relation", "room", "talk", "latex", "scent_free", "nut_allergy", "first_time"]);

/** Wishes about the one who lies down or about the one whose hands they are; the other has their own. */
const OWN = /** @type {Partial<Wishes>} */ ({
  tense: [],
  tender: [],
  avoid: [],
  marks: [],
  position: null,
  health: { answered: "unanswered", conditions: [] },
  firm: false,
  soft: false,
  deep: false,
  woken: false,
  ticklish: false,
  holds: null,
  sore_thumbs: false,
  kneels: true,
  weak_hands: false,
  small_hands: false,
  experience: "some",
  sore_back: false,
  lasts_min: null,
  likes: { pressed: [], liked: [] },
  seed: 0,
  known: [],
  body: {},
});

/**
 * Gives the second person's wishes: what they said themselves, in the same room and on the same surface.
 *
 * @param {Wishes} wishes the first person's
 * @param {Wishes} [before] what is already known of the second
 * @returns {Wishes}
 */
export function otherOf(wishes, before) {
  const own = before ?? { ...wishes, ...OWN };
  const shared = Object.fromEntries(SHARED.filter((name) => name in wishes).map((name) => [name, wishes[name]]));
  return { ...own, ...shared, swap: false };
}

/**
 * Gives the wishes that a half is planned and led by.
 *
 * @param {Wishes} wishes
 * @param {number} minutes of the half, or of the whole evening where the halves are still to be found
 * @param {0 | 1} turn first or second; only the first hears that the other is next
 * @returns {Wishes}
 */
export function halfOf(wishes, minutes, turn) {
  return { ...wishes, minutes, swap: turn === 0 };
}
