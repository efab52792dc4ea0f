// From wishes to what can be shown of them: a plan, two halves of an evening, a lesson, a kind no, or what has to give way.

import { halfOf, otherOf } from "../lib/both.js";
import * as api from "./api.js";

/** @import {NotTonight, Plan, Wishes} from "../types/pages.d.ts" */
/** @import {AskedJson, LessonJson, SwapJson} from "../types/wire.d.ts" */

/** @typedef {{text: string, asked: AskedJson[]}} Clash what cannot be had together, and which of it can be dropped */
/** @typedef {{other: Wishes, halves: SwapJson, turn: 0 | 1}} Both the second person's wishes, both plans, whose turn it is */

/**
 * What wishes lead to; just one of these is there.
 *
 * @typedef {object} Outcome
 * @property {Plan | null} plan
 * @property {Both | null} both with a plan: the other half of the evening
 * @property {LessonJson | null} lesson
 * @property {NotTonight["not_tonight"] | null} notTonight
 * @property {Clash | null} clash
 */

/** @type {Outcome} */
const NOTHING = { plan: null, both: null, lesson: null, notTonight: null, clash: null };

/**
 * Has a plan made, or what there is in place of one.
 *
 * @param {Wishes} wishes
 * @param {Both | null} [both] what is known of the second person
 * @returns {Promise<Outcome>}
 */
export async function outcomeOf(wishes, both = null) {
  if (wishes.position === "hug") return outcome("lesson", await api.hug(wishes));
  try {
    return wishes.swap ? await halves(wishes, otherOf(wishes, both?.other)) : outcome("plan", await api.plan(wishes));
  } catch (error) {
    const clash = clashIn(error, wishes);
    if (clash === null) throw error;
    return { ...NOTHING, clash };
  }
}

/**
 * @param {Wishes} wishes
 * @param {Wishes} other
 * @returns {Promise<Outcome>}
 */
async function halves(wishes, other) {
  const answer = await api.swap({ one: halfOf(wishes, wishes.minutes, 0), other: halfOf(other, wishes.minutes, 1), minutes: wishes.minutes });
  if ("not_tonight" in answer) return { ...NOTHING, notTonight: answer.not_tonight };
  return { ...NOTHING, plan: /** @type {Plan} */ (/** @type {unknown} */ (answer.first)), both: { other, halves: answer, turn: 0 } };
}

/**
 * @template T
 * @param {"plan" | "lesson"} name
 * @param {T | NotTonight} answer
 * @returns {Outcome}
 */
function outcome(name, answer) {
  const no = /** @type {Partial<NotTonight>} */ (answer).not_tonight;
  return no ? { ...NOTHING, notTonight: no } : { ...NOTHING, [name]: answer };
}

/**
 * Reads from a refusal what can be dropped, so that there is a way on.
 *
 * @param {unknown} error
 * @param {Wishes} wishes
 * @returns {Clash | null}
 */
function clashIn(error, wishes) {
  if (!(error instanceof api.Refusal)) return null;
  const { clash, errors, detail } = error.problem;
  if (clash?.length) return { text: detail ?? "", asked: clash };
  const tooFew = wishes.swap && errors?.some((one) => one.field === "minutes");
  return tooFew ? { text: detail ?? "", asked: [] } : null;
}
