// Places in a text, counted as the server counts and as an editor does.

import assert from "node:assert/strict";
import test from "node:test";

import { columnOf, offsetOf } from "../../src/backrub/web/static/lib/columns.js";
import { fileName } from "../../src/backrub/web/static/lib/file-name.js";

test("a character of two units is one column", () => {
  const line = "3 min 🫶 kneading";
  assert.equal(offsetOf(line, 9), 9);
  assert.equal(line.slice(offsetOf(line, 9)), "kneading");
  assert.equal(columnOf(line, line.indexOf("kneading")), 9);
});

test("columns and offsets lead to each other, and a column beyond the end is the end", () => {
  for (const line of ["", "work", "  2 min  effleurage", "å🫶é 🫶"]) {
    for (let column = 1; column <= [...line].length + 1; column += 1) assert.equal(columnOf(line, offsetOf(line, column)), column);
    assert.equal(offsetOf(line, 999), line.length);
  }
});

test("a file is called by its title, in letters every disk can write", () => {
  assert.equal(fileName("After a desk day"), "after-a-desk-day.rub");
  assert.equal(fileName("  Små strök: ../3 min! "), "sma-strok-3-min.rub");
  assert.equal(fileName("背中"), "背中.rub");
  assert.equal(fileName("…"), "routine.rub");
});
