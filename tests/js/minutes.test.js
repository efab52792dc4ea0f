import assert from "node:assert/strict";
import { test } from "node:test";

import { LAST, MARKS, minutesAfterKey, minutesAt, positionOf } from "../../src/backrub/web/static/lib/minutes.js";

test("every whole minute from 3 to 90 has a place on the slider and comes back from it", () => {
  for (let minutes = 3; minutes <= 90; minutes += 1) assert.equal(minutes, minutesAt(positionOf(minutes)));
});

test("marks stand at equal distances, from one end of the slider to the other", () => {
  const places = MARKS.map((mark) => positionOf(mark));
  assert.deepEqual(
    MARKS.map((_, index) => index * 100),
    places,
  );
  assert.equal(LAST, places.at(-1));
});

test("arrows change one minute, page keys go to the next mark, and nothing leaves 3 to 90", () => {
  assert.equal(16, minutesAfterKey("ArrowRight", 15));
  assert.equal(14, minutesAfterKey("ArrowDown", 15));
  assert.equal(20, minutesAfterKey("PageUp", 17));
  assert.equal(15, minutesAfterKey("PageDown", 17));
  assert.equal(90, minutesAfterKey("ArrowUp", 90));
  assert.equal(3, minutesAfterKey("PageDown", 3));
  assert.equal(3, minutesAfterKey("Home", 40));
  assert.equal(90, minutesAfterKey("End", 40));
  assert.equal(null, minutesAfterKey("x", 40));
});

test("in a language written from the right, the left arrow means more", () => {
  assert.equal(16, minutesAfterKey("ArrowLeft", 15, true));
  assert.equal(14, minutesAfterKey("ArrowRight", 15, true));
});
