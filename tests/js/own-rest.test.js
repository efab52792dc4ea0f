// A rest asked for on a page, until the server has heard of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { OwnRest } from "../../src/backrub/web/static/models/own-rest.js";

const step = (/** @type {number} */ index, /** @type {number} */ start_ms, /** @type {number} */ duration_ms) =>
  /** @type {any} */ ({ index, start_ms, duration_ms, pressure: [2, 4], strokes: 1, uid: String(index) });
const VIEW = /** @type {any} */ ({
  status: "running",
  at_ms: 100_000,
  played_ms: 40_000,
  remaining_ms: 80_000,
  step: 0,
  steps: [step(0, 0, 60_000), step(1, 60_000, 60_000)],
});
const TIMELINE = /** @type {any} */ ({ version: 7, cues: [{ id: "a", at_ms: 105_000 }, { id: "b", at_ms: 125_000 }], ends_at_ms: 180_000 });
const nothing = () => undefined;

test("while hands rest their place does not move", () => {
  const rest = new OwnRest(VIEW, TIMELINE, 110_000);
  assert.equal(true, rest.resting);
  assert.deepEqual([0, 50], [rest.position(110_000, nothing).step, rest.position(110_000, nothing).played_s]);
  assert.deepEqual(rest.position(110_000, nothing), rest.position(400_000, nothing));
});

test("hands go on where they rested, and all that is to come comes later by the rest", () => {
  const rest = new OwnRest(VIEW, TIMELINE, 110_000);
  const coming = rest.goOn(170_000);
  assert.equal(false, rest.resting);
  assert.deepEqual([165_000, 185_000, 240_000], [...(coming?.cues ?? []).map((cue) => cue.at_ms), coming?.ends_at_ms]);
  assert.deepEqual([0, 50], [rest.position(170_000, nothing).step, rest.position(170_000, nothing).played_s]);
  assert.deepEqual([1, 65], [rest.position(185_000, nothing).step, rest.position(185_000, nothing).played_s]);
});

test("a second rest adds to the first", () => {
  const rest = new OwnRest(VIEW, TIMELINE, 110_000);
  rest.goOn(170_000);
  rest.rest(175_000);
  rest.rest(178_000);
  assert.equal(55, rest.position(190_000, nothing).played_s);
  assert.deepEqual([180_000, 200_000], (rest.goOn(190_000)?.cues ?? []).map((cue) => cue.at_ms));
  assert.equal(55, rest.position(190_000, nothing).played_s);
});

test("without a timeline there is nothing to play", () => {
  assert.equal(null, new OwnRest(VIEW, null, 110_000).goOn(120_000));
});
