import assert from "node:assert/strict";
import { test } from "node:test";

import { offset, withSample } from "../../src/backrub/web/static/lib/clock-math.js";
import { clockText } from "../../src/backrub/web/static/lib/clock-text.js";
import { ServerClock } from "../../src/backrub/web/static/models/server-clock.js";

test("the answer with the least delay decides", () => {
  const slow = { sent_ms: 0, received_ms: 400, at_ms: 9999 };
  const quick = { sent_ms: 1000, received_ms: 1010, at_ms: 6005 };
  assert.equal(5000, offset([slow, quick], 1));
});

test("answers older than two minutes count no more, so that the clock follows this machine's drift", () => {
  const old = { sent_ms: 0, received_ms: 2, at_ms: 1 };
  const late = { sent_ms: 200_000, received_ms: 200_050, at_ms: 200_500 };
  assert.deepEqual([late], withSample([old], late));
});

test("logical time runs at the server's rate, and comes back as local time", () => {
  let local_ms = 1000;
  const clock = new ServerClock(() => local_ms);
  clock.restart(30);
  clock.add({ sent_ms: 1000, received_ms: 1000, at_ms: 60_000 });
  local_ms = 1100;
  assert.equal(63_000, clock.now());
  assert.equal(1200, clock.localAt(66_000));
});

test("over a lost line the last known time goes on until the first new answer", () => {
  let local_ms = 0;
  const clock = new ServerClock(() => local_ms);
  clock.add({ sent_ms: 0, received_ms: 0, at_ms: 500 });
  clock.restart(1);
  local_ms = 100;
  assert.equal(600, clock.now());
  clock.add({ sent_ms: 100, received_ms: 100, at_ms: 5000 });
  assert.equal(5000, clock.now());
});

test("before any answer the time is not known", () => {
  assert.equal(false, new ServerClock(() => 0).known);
});

test("durations are spelled as on a clock", () => {
  assert.deepEqual(["0:00", "1:05", "15:00", "90:00"], [-3, 65, 900, 5400].map(clockText));
});
