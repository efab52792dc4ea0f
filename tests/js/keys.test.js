import assert from "node:assert/strict";
import { test } from "node:test";

import { isModifier, meaningOf } from "../../src/backrub/web/static/lib/keys.js";

const meant = (/** @type {string} */ key, /** @type {any} */ status = "running", /** @type {any} */ hold = null) =>
  meaningOf(key, status, hold)?.kind ?? null;

test("space pauses and goes on", () => {
  assert.equal("pause", meant(" "));
  assert.equal("resume", meant(" ", "paused"));
});

test("arrows, pedals and letters mean what the sheet says", () => {
  const said = { ArrowRight: "next", ArrowLeft: "back", ArrowUp: "firmer", ArrowDown: "softer", PageDown: "next", PageUp: "stay" };
  const letters = { s: "stay", S: "stay", j: "just-right", n: "not-there", t: "spot-here", h: "hush", k: "tired" };
  for (const [key, kind] of Object.entries({ ...said, ...letters })) assert.equal(kind, meant(key));
});

test("a digit is the number they say, and nought is ten", () => {
  assert.deepEqual({ kind: "rate", value: 8 }, meaningOf("8", "running", null));
  assert.deepEqual({ kind: "rate", value: 10 }, meaningOf("0", "running", "sink"));
});

test("escape stops whenever there is something to stop", () => {
  for (const status of ["preparing", "running", "paused"]) assert.equal("stop", meant("Escape", status));
  assert.equal(null, meant("Escape", "finished"));
});

test("any key is ready", () => {
  for (const key of ["x", " ", "Enter", "5"]) assert.equal("ready", meant(key, "preparing"));
});

test("in a hold the letters answer its question", () => {
  assert.deepEqual(["easing", "same", "worse", "eased"], ["e", "m", "w", "g"].map((key) => meant(key, "running", "still")));
  assert.equal("spot-lump", meant("l", "running", "seek"));
  assert.equal(null, meant("e"));
});

test("while hands rest no key but the one to go on does anything", () => {
  assert.deepEqual([null, null], [meant("s", "paused"), meant("7", "paused")]);
});

test("modifiers are nobody's answer", () => {
  assert.ok(isModifier("Shift"));
  assert.ok(!isModifier("a"));
});
