import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { coveredOf } from "../../src/backrub/web/static/lib/covered.js";
import { facingFrom, nearness } from "../../src/backrub/web/static/lib/facing.js";
import { nextWords, pressureWord, whereOf } from "../../src/backrub/web/static/lib/lead-words.js";
import { mapLabels, placeName } from "../../src/backrub/web/static/lib/map-labels.js";
import { iconOf } from "../../src/backrub/web/static/lib/preparing.js";
import { opened } from "../../src/backrub/web/static/lib/sentence.js";
import { direction, sayer } from "../../src/backrub/web/static/lib/words.js";

/** @import {RoutineStep} from "../../src/backrub/web/static/types/pages.d.ts" */

const FTL = new URL("../../src/backrub/words/locales/en/ui.ftl", import.meta.url);
const say = sayer("en", readFileSync(FTL, "utf8"));

/** @param {Partial<RoutineStep>} some @returns {RoutineStep} */
const step = (some) => ({ kind: "stroke", phase: "work", duration_s: 60, label: "kneading", area_label: "shoulders", ...some });

test("the far side is the one away from the giver", () => {
  assert.equal("Far side, shoulders", whereOf(say, step({ side: "right", place: "beside" }), "left"));
  assert.equal("Near side, shoulders", whereOf(say, step({ side: "left", place: "across" }), "left"));
});

test("from the head end there is no near side, so it is theirs", () => {
  assert.equal("none", nearness("left", "head-end", "left"));
  assert.equal("shoulders, their left", whereOf(say, step({ side: "left", place: "head-end" }), "left"));
});

test("both sides need no word, and a step without a place says none", () => {
  assert.equal("shoulders", whereOf(say, step({ side: "both", place: "hip" }), "left"));
  assert.equal("", whereOf(say, step({ area_label: "" }), "left"));
});

test("what comes next is short, and something is said at the end too", () => {
  assert.equal("kneading, far side", nextWords(say, step({ side: "right", place: "beside" }), "left"));
  assert.equal("kneading, shoulders", nextWords(say, step({ side: "both", place: "hip" }), "left"));
  assert.equal("nearly done", nextWords(say, undefined, "left"));
});

test("of the same stroke on the same place only the change is said", () => {
  const now = step({ technique: "effleurage", area: "whole-back", side: "both", pressure: [2, 3] });
  assert.equal("the same, a little firmer", nextWords(say, { ...now, pressure: [3, 4] }, "left", now));
  assert.equal("the same, lighter", nextWords(say, { ...now, pressure: [3, 1] }, "left", now));
  assert.equal("the same again", nextWords(say, { ...now }, "left", now));
  assert.equal("kneading, shoulders", nextWords(say, { ...now, area: "shoulders" }, "left", now));
});

test("the back lies on the screen as the giver sees it", () => {
  assert.equal("left", facingFrom("hip", "left"));
  assert.equal("right", facingFrom("beside", "right"));
  assert.equal("down", facingFrom("head-end", "left"));
  assert.equal("up", facingFrom("behind", "right"));
});

test("a pressure is a word, and no pressure is none", () => {
  assert.deepEqual(["", "gentle", "firm", "good hurt"], [0, 3.2, 4.6, 7].map((value) => pressureWord(say, value)));
});

test("every place that people see has a name for each side and for both", () => {
  const { areas } = mapLabels(say);
  assert.equal(7, Object.keys(areas).length);
  assert.equal("left shoulder", placeName(say, "shoulders", "left"));
});

test("an id without words is an error, never shown", () => {
  assert.throws(() => say("no-such-words"));
});

test("a language's direction is known by its name", () => {
  assert.deepEqual(["ltr", "rtl", "rtl"], ["en-GB", "ar", "he-IL"].map(direction));
});

test("a label that stands alone begins with a capital", () => {
  assert.equal("Long strokes", opened("long strokes", "en"));
  assert.equal("", opened(undefined, "en"));
});

test("a preparation without a picture of its own borrows one", () => {
  assert.equal("towel", iconOf({ id: "check-cover", text: "", icon: "cover" }));
  assert.equal("oil", iconOf({ id: "oil", text: "" }));
});

test("the trace is warmest where hands were longest and firmest", () => {
  const trace = coveredOf([
    step({ area: "shoulders", side: "right", duration_s: 100, pressure: [4, 4] }),
    step({ area: "sides", side: "both", duration_s: 50, pressure: [2, 2] }),
    step({ kind: "ask", area: null, duration_s: 0 }),
  ]);
  assert.deepEqual(
    [
      { area: "shoulders", side: "right", strength: 1 },
      { area: "sides", side: "left", strength: 0.25 },
      { area: "sides", side: "right", strength: 0.25 },
    ],
    trace,
  );
});
