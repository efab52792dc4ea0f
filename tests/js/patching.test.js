import assert from "node:assert/strict";
import { test } from "node:test";

import { patched } from "../../src/backrub/web/static/lib/patching.js";

/** @param {string} id @param {number} at_ms @returns {import("../../src/backrub/web/static/types/pages.d.ts").Cue} */
const cue = (id, at_ms) => ({ id, at_ms, kind: "say", to: "giver", step: 0, text: id, clip: null });
const before = { version: 3, cues: [cue("a", 10), cue("b", 20)], ends_at_ms: 50 };

test("cues at the same time stand in the order of their names", () => {
  const after = patched(before, { since: 3, version: 4, gone: [], moved: [["b", 10]], cues: [cue("aa", 10)], ends_at_ms: 50 });
  assert.deepEqual(["a", "aa", "b"], after?.cues.map((one) => one.id));
});

test("the timeline that was held is not touched", () => {
  patched(before, { since: 3, version: 4, gone: ["a"], moved: [["b", 90]], cues: [], ends_at_ms: 100 });
  assert.deepEqual([cue("a", 10), cue("b", 20)], before.cues);
});

test("what does not fit is told by null", () => {
  assert.equal(null, patched(before, { since: 2, version: 4, gone: [], moved: [], cues: [], ends_at_ms: 50 }));
  assert.equal(null, patched(before, { since: 3, version: 4, gone: [], moved: [["z", 1]], cues: [], ends_at_ms: 50 }));
});
