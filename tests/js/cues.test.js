import assert from "node:assert/strict";
import { test } from "node:test";

import { divide, isLate, isSpoken } from "../../src/backrub/web/static/lib/cue-rules.js";
import { cue } from "./fixtures/cues.js";

test("what is due comes in the order of its time, and one thing is waited for", () => {
  const cues = [cue("c", 3000), cue("a", 1000), cue("b", 2000), cue("d", 4000)];
  const { due, next } = divide(cues, new Set(["a"]), 2500);
  assert.deepEqual(["b"], due.map((one) => one.id));
  assert.equal("c", next?.id);
});

test("nothing is waited for when all was played", () => {
  assert.deepEqual({ due: [], next: null }, divide([cue("a", 1000)], new Set(["a"]), 5000));
});

test("three seconds late is still said, more is only shown", () => {
  assert.equal(false, isLate(cue("a", 1000), 4000, 1));
  assert.equal(true, isLate(cue("a", 1000), 4001, 1));
});

test("in a rehearsal the machine itself may take a moment", () => {
  assert.equal(false, isLate(cue("a", 0), 11_000, 30));
  assert.equal(true, isLate(cue("a", 0), 13_000, 30));
});

test("what is only shown is never spoken", () => {
  assert.equal(false, isSpoken(cue("a", 0, { kind: "show" })));
  assert.equal(true, isSpoken(cue("a", 0, { kind: "ask" })));
});
