// The plan while something is tried on it: every turn of a slider is solved, and said beside what there was before.

import { LEAST_FOR_TWO, halfOf } from "../lib/both.js";
import { anotherSeed } from "../lib/what-if.js";
import * as api from "./api.js";
import { outcomeOf } from "./planning.js";

/** @import {Plan, Wishes} from "../types/pages.d.ts" */
/** @import {AskedJson, ShareJson} from "../types/wire.d.ts" */
/** @import {Evening} from "./evening.js" */
/** @import {Both} from "./planning.js" */

/** How many numbers are tried for a plan that is not the same again. */
const TRIES = 6;

/** @typedef {{shares: ShareJson[], comes: string[], goes: string[]}} Changes */
/** @typedef {{wishes: Wishes, other: Wishes | null}} Wanted what both are to have; `other` where both get one */
/** @typedef {{wishes: Wishes, plan: Plan, both: Both | null}} Stand */

/**
 * Tries things on the plan of an evening. One question is under way at a time; what is wanted meanwhile is asked next,
 * so that the machine decides how often, and no clock.
 *
 * Event: `change`.
 */
export class PlanDesk extends EventTarget {
  /** What a plan was made for last, or is being made for. @type {Wanted | null} */
  wanted = null;
  /** What there was before anything was tried. @type {Stand | null} */
  base = null;
  /** How the plan differs from the one before. @type {Changes | null} */
  changes = null;
  /** Wishes that clash in the plan as it stands. @type {AskedJson[]} */
  clash = [];
  /** Whose plan is looked at where both get one. @type {0 | 1} */
  turn = 0;
  /** Whether another plan was wanted, and there was none as good. */
  alone = false;
  failure = /** @type {unknown} */ (null);
  #asked = 0;
  #done = 0;
  /** @type {Promise<void>} */
  #work = Promise.resolve();

  /** @param {Evening} evening */
  constructor(evening) {
    super();
    this.evening = evening;
    this.#remember();
    void this.#lookForClash();
  }

  /** Whether a plan is being made. */
  get busy() {
    return this.#done < this.#asked;
  }

  /** Whether the plan is another than there was before. */
  get tried() {
    return this.changes !== null;
  }

  /** The plan that is looked at. @returns {Plan | null} */
  get plan() {
    const { plan, both } = this.evening;
    return both && this.turn === 1 ? /** @type {Plan} */ (/** @type {unknown} */ (both.halves.second)) : plan;
  }

  /** What is wished by the one whose plan is looked at, the latest of what was turned included. @returns {Wishes} */
  get wishes() {
    const { wishes, other } = this.wanted ?? { wishes: this.evening.wishes, other: this.evening.both?.other ?? null };
    return this.turn === 1 && other ? { ...other, minutes: wishes.minutes } : wishes;
  }

  /** Looks at what the evening has now, as if this were the beginning. @param {0 | 1} [turn] whose plan */
  look(turn = 0) {
    this.turn = turn;
    this.#remember();
    this.#changed();
    void this.#lookForClash();
  }

  /**
   * Tries other wishes of the one whose plan is looked at; minutes are those of the whole evening.
   *
   * @param {Wishes} wishes
   * @returns {Promise<void>} done when nothing more is wanted
   */
  try(wishes) {
    const now = this.wanted ?? { wishes: this.evening.wishes, other: this.evening.both?.other ?? null };
    const theirs = this.turn === 1 && now.other !== null;
    this.wanted = theirs ? { wishes: { ...now.wishes, minutes: wishes.minutes }, other: wishes } : { ...now, wishes };
    this.failure = null;
    this.alone = false;
    this.#asked += 1;
    if (this.#asked - this.#done === 1) this.#work = this.#solve();
    this.#changed();
    return this.#work;
  }

  /**
   * Lets both get one, or only the first after all.
   *
   * @param {boolean} both
   */
  async share(both) {
    await this.settled();
    this.turn = 0;
    const { wishes } = this.evening;
    const minutes = both ? Math.max(wishes.minutes, LEAST_FOR_TWO) : wishes.minutes;
    await this.try({ ...wishes, minutes, swap: both });
  }

  /** Draws other plans until one is another; the best one is drawn by nobody. */
  async surprise() {
    const before = shapeOf(this.plan);
    for (let tries = 0; tries < TRIES; tries += 1) {
      await this.try({ ...this.wishes, seed: anotherSeed(this.wishes.seed) });
      if (this.failure !== null || shapeOf(this.plan) !== before) return;
    }
    this.alone = true;
    this.#changed();
  }

  /** Puts back what there was before. */
  async putBack() {
    await this.settled();
    const { base } = this;
    if (!base) return;
    this.evening.stand(base.wishes, base.plan, base.both);
    this.turn = base.both ? this.turn : 0;
    this.#remember();
    this.#changed();
    await this.#lookForClash();
  }

  /** Waits until nothing more is wanted. */
  async settled() {
    for (let work = null; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
  }

  #remember() {
    const { wishes, plan, both } = this.evening;
    this.base = plan ? { wishes, plan, both } : null;
    this.wanted = null;
    this.changes = null;
  }

  async #solve() {
    while (this.busy) {
      const asked = this.#asked;
      const wanted = /** @type {Wanted} */ (this.wanted);
      try {
        await this.#solveOne(wanted);
      } catch (error) {
        if (asked === this.#asked) this.#giveUp(error);
      }
      this.#done = asked;
      if (!this.busy) this.wanted = null;
      this.#changed();
    }
    await this.#lookForClash();
  }

  /** @param {Wanted} wanted */
  async #solveOne({ wishes, other }) {
    const known = this.evening.both;
    const both = known && other ? { ...known, other } : known;
    const found = await outcomeOf(wishes, both);
    if (!found.plan) throw new Impossible(found);
    this.changes = await this.#compare(wishes, found.both);
    this.evening.stand(wishes, found.plan, found.both);
    if (!found.both) this.turn = 0;
  }

  /**
   * @param {Wishes} wishes
   * @param {Both | null} both
   * @returns {Promise<Changes | null>}
   */
  async #compare(wishes, both) {
    if (!this.base) return null;
    const now = half(this.base.wishes, this.base.both, this.turn);
    const then = half(wishes, both, both ? this.turn : 0);
    if (JSON.stringify(now) === JSON.stringify(then)) return null;
    const answer = await api.whatIf(now, then);
    return "not_tonight" in answer ? null : answer;
  }

  /** @param {unknown} error */
  #giveUp(error) {
    this.failure = error;
    this.wanted = null;
  }

  async #lookForClash() {
    const asked = this.#asked;
    const { plan } = this;
    const found = plan && plan.gave_way.length > 0 ? await api.clash(this.#half()).catch(() => ({ clash: [] })) : { clash: [] };
    if (asked !== this.#asked) return;
    this.clash = "clash" in found ? found.clash : [];
    this.#changed();
  }

  /** What the plan that is looked at was made for. */
  #half() {
    return half(this.evening.wishes, this.evening.both, this.turn);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** What came in place of a plan. */
export class Impossible extends Error {
  /** @param {import("./planning.js").Outcome} outcome */
  constructor({ notTonight, clash }) {
    super(notTonight ? notTonight.texts.join(" ") : (clash?.text ?? ""));
  }
}

/**
 * @param {Wishes} wishes
 * @param {Both | null} both
 * @param {0 | 1} turn
 */
function half(wishes, both, turn) {
  if (!both) return wishes;
  return halfOf(turn === 1 ? both.other : wishes, both.halves.minutes_each, turn);
}

/** @param {Plan | null} plan */
function shapeOf(plan) {
  return JSON.stringify(plan?.routine.steps.map(({ technique, area, side, duration_s }) => [technique, area, side, duration_s]));
}
