import assert from "node:assert/strict";
import { test } from "node:test";

import { KEPT_MS, estimate, withSample } from "../../src/backrub/web/static/lib/clock-math.js";
import { clockText } from "../../src/backrub/web/static/lib/clock-text.js";
import { ServerClock } from "../../src/backrub/web/static/models/server-clock.js";

test("the answer with the least delay decides", () => {
  const slow = { sent_ms: 0, received_ms: 400, at_ms: 5100 };
  const quick = { sent_ms: 1000, received_ms: 1010, at_ms: 6005 };
  assert.equal(5000, estimate([slow, quick], 1)?.offset);
  assert.equal(5000, estimate([quick, { sent_ms: 1100, received_ms: 1500, at_ms: 6299 }], 1)?.offset);
});

test("an answer that was quick long ago knows less than a slower one now, since clocks drift", () => {
  const old = { sent_ms: 0, received_ms: 2, at_ms: 1 };
  const late = { sent_ms: 50_000, received_ms: 50_012, at_ms: 50_010 };
  assert.equal(4, estimate([old, late], 1)?.offset);
});

test("answers older than ten minutes count no more", () => {
  const old = { sent_ms: 0, received_ms: 2, at_ms: 1 };
  const late = { sent_ms: KEPT_MS + 3, received_ms: KEPT_MS + 5, at_ms: KEPT_MS + 4 };
  assert.deepEqual([late], withSample([old], late));
});

test("when the session's time was set, what was known before counts no more", () => {
  const before = { sent_ms: 0, received_ms: 2, at_ms: 1 };
  const after = { sent_ms: 10_000, received_ms: 10_300, at_ms: 40_150 };
  assert.deepEqual([after], withSample([before], after));
  const set = { sent_ms: 10_000, received_ms: 10_300, at_ms: 10_151 };
  assert.deepEqual([before, set], withSample([before], set));
});

test("how much faster the session's clock runs is measured after a minute", () => {
  const answers = Array.from({ length: 13 }, (_, place) => {
    const at_ms = place * 10_000;
    return { sent_ms: at_ms, received_ms: at_ms + 4, at_ms: (at_ms + 2) * 1.0001 };
  });
  assert.equal(0, estimate(answers.slice(0, 6), 1)?.drift);
  assert.ok(Math.abs((estimate(answers, 1)?.drift ?? 0) - 0.0001) < 1e-9);
  let local_ms = 120_000;
  const clock = new ServerClock(() => local_ms);
  for (const answer of answers) clock.add(answer);
  local_ms = 180_000;
  assert.ok(Math.abs(clock.now() - 180_018) < 0.01);
  assert.ok(Math.abs(clock.localAt(clock.now()) - local_ms) < 1e-6);
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
