import assert from "node:assert/strict";
import { test } from "node:test";

import { breathWidth } from "../../src/backrub/web/static/lib/breath.js";

test("a breath is widest where breathing out begins and narrowest where it ends", () => {
  assert.ok(Math.abs(1.2 - breathWidth(0)) < 1e-9);
  assert.ok(Math.abs(0.8 - breathWidth(4 / 7)) < 1e-9);
});

test("breath after breath is the same, without a jump", () => {
  assert.ok(Math.abs(breathWidth(0.25) - breathWidth(3.25)) < 1e-9);
  for (let at = 0; at < 1; at += 0.001) assert.ok(Math.abs(breathWidth(at + 0.001) - breathWidth(at)) < 0.003);
});
