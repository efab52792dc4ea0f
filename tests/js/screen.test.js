import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, asked, refusalOf, toggled } from "../../src/backrub/web/static/lib/screen.js";
import { held, isTender, marked, tendered } from "../../src/backrub/web/static/lib/wishes.js";

/** @import {ConditionJson, ScreenJson} from "../../src/backrub/web/static/types/wire.d.ts" */
/** @import {Wishes} from "../../src/backrub/web/static/types/pages.d.ts" */

/** @param {string} id @param {number} rank @param {Partial<ConditionJson>} some @returns {ConditionJson} */
const row = (id, rank, some = {}) => ({ id, label: id, says: `says ${id}`, actions: [], tonight: true, emergency: false, rank, ...some });

/** @type {ScreenJson} */
const SCREEN = {
  on_line: ["fever"],
  groups: [
    { id: "oil", label: "Oil", conditions: [row("nuts", 6)] },
    { id: "now", label: "Now", conditions: [row("numb", 0, { tonight: false, emergency: true }), row("chest", 0, { tonight: false, emergency: true })] },
    { id: "today", label: "Today", conditions: [row("fever", 1, { tonight: false }), row("meal", 2, { tonight: false })] },
  ],
};

test("what was answered is told gravest first", () => {
  assert.deepEqual(["numb", "fever", "nuts"], answered(SCREEN, ["nuts", "fever", "numb"]).map((one) => one.id));
  assert.deepEqual([], answered(null, ["nuts"]));
});

test("of emergencies one is said, and nothing else", () => {
  assert.deepEqual({ emergency: true, texts: ["says numb"] }, refusalOf(SCREEN, ["fever", "chest", "numb"]));
});

test("everything that forbids a rub is said when nothing is an emergency", () => {
  assert.deepEqual({ emergency: false, texts: ["says fever", "says meal"] }, refusalOf(SCREEN, ["meal", "fever", "nuts"]));
});

test("what only changes the rub forbids nothing, and without the screen nothing is known", () => {
  assert.equal(null, refusalOf(SCREEN, ["nuts"]));
  assert.equal(null, refusalOf(null, ["numb"]));
});

test("the short line grows by what was answered elsewhere", () => {
  const line = [{ id: "fever", label: "Fever" }];
  assert.deepEqual(["fever", "nuts"], asked(SCREEN, line, ["nuts", "fever"]).map((one) => one.id));
});

test("an answer is given once and taken back whole", () => {
  assert.deepEqual(["a", "b"], toggled(["b", "a"].filter((one) => one !== "b"), "b", true));
  assert.deepEqual(["a"], toggled(["a", "b"], "b", false));
  assert.deepEqual(["a", "b"], toggled(["a", "b"], "b", true));
});

const WISHES = /** @type {Wishes} */ (/** @type {unknown} */ ({ tense: [], tender: [], avoid: [{ area: "waist", side: "left" }], marks: [] }));

test("a place with a tender spot is not left alone, and one left alone has none", () => {
  const tender = tendered(WISHES, { area: "waist", side: "left" });
  assert.deepEqual([true, []], [isTender(tender, "waist", "left"), tender.avoid]);
  assert.deepEqual(["waist:left"], marked(tender).tender);
  const alone = held(tender, "waist", "left");
  assert.deepEqual([false, 1], [isTender(alone, "waist", "left"), alone.avoid.length]);
  assert.deepEqual([], tendered(tender, { area: "waist", side: "left" }).tender);
});
