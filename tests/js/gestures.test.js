import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Gestures, HOLD_MS, QUICK_MS } from "../../src/backrub/web/static/phone/gestures.js";
import { ScriptedTicker } from "./fixtures/room.js";

/** @type {ScriptedTicker} */
let time;
/** @type {Gestures} */
let hands;
/** @type {string[]} */
let said;

beforeEach(() => {
  time = new ScriptedTicker();
  said = [];
  hands = new Gestures({ alarms: time, now: () => time.now_ms, onTap: (what) => said.push(what), onStop: () => said.push("stop") });
});

/** @param {string} what @param {number} [long_ms] */
function tap(what, long_ms = 80) {
  hands.press("finger", what);
  time.pass(long_ms);
  hands.release("finger");
}

test("a tap says what was under the finger when it came down", () => {
  tap("softer");
  assert.deepEqual(["softer"], said);
});

test("a finger held says stop, once, and nothing when it is lifted", () => {
  tap("softer", HOLD_MS + 1);
  time.pass(5000);
  assert.deepEqual(["stop"], said);
});

test("a finger held on nothing says stop, tapped on nothing says nothing", () => {
  hands.press("finger", null);
  time.pass(HOLD_MS - 1);
  hands.release("finger");
  assert.deepEqual([], said);
  time.pass(QUICK_MS + 1);
  hands.press("finger", null);
  time.pass(HOLD_MS);
  assert.deepEqual(["stop"], said);
});

test("three quick taps say stop wherever they land", () => {
  tap("softer");
  tap("stay");
  tap("firmer");
  assert.deepEqual(["softer", "stay", "stop"], said);
});

test("taps with a breath between them are taps", () => {
  for (const what of ["softer", "softer", "softer", "softer"]) {
    tap(what);
    time.pass(QUICK_MS);
  }
  assert.deepEqual(["softer", "softer", "softer", "softer"], said);
});

test("after a stop the count begins anew", () => {
  for (let count = 0; count < 5; count += 1) tap("softer");
  assert.deepEqual(["softer", "softer", "stop", "softer", "softer"], said);
});

test("a second finger does not undo a long press", () => {
  hands.press("thumb", "softer");
  time.pass(QUICK_MS + 1);
  hands.press("cheek", "firmer");
  time.pass(HOLD_MS - QUICK_MS);
  assert.deepEqual(["stop"], said);
  hands.release("thumb");
  hands.release("cheek");
  assert.deepEqual(["stop"], said);
});

test("a finger the system takes away meant nothing", () => {
  hands.press("finger", "firmer");
  hands.cancel("finger");
  time.pass(2 * HOLD_MS);
  hands.release("finger");
  assert.deepEqual([], said);
});

test("on a slow page a short tap that is heard late stays a tap", () => {
  hands.press("finger", "softer");
  const [[name, alarm]] = /** @type {[[string, {at_ms: number, call: () => void}]]} */ ([...time.alarms]);
  time.alarms.delete(name);
  alarm.call();
  hands.release("finger");
  time.pass(2 * HOLD_MS);
  assert.deepEqual(["softer"], said);
});
