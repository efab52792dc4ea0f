import assert from "node:assert/strict";
import { test } from "node:test";

import { localVoice } from "../../src/backrub/web/static/lib/voices.js";

const voice = (/** @type {string} */ name, /** @type {string} */ lang, localService = true, chosen = false) => ({
  name,
  lang,
  localService,
  default: chosen,
});

test("a voice that sends the words away is never used", () => {
  assert.equal(null, localVoice([voice("far", "en-GB", false, true)], "en"));
});

test("a voice of another language is never used", () => {
  assert.equal(null, localVoice([voice("near", "de-DE")], "en"));
});

test("the closest language wins, then the one the person chose", () => {
  const voices = [voice("a", "en_US"), voice("b", "en-GB"), voice("c", "en-AU", true, true)];
  assert.equal("b", localVoice(voices, "en-GB")?.name);
  assert.equal("c", localVoice(voices, "en")?.name);
});
