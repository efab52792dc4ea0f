import assert from "node:assert/strict";
import { test } from "node:test";

import * as play from "../../src/backrub/web/static/lib/stroke-play.js";

/** Up the back for two seconds, pressing; home for one, lightly; sampled ten times a second. */
function stroke() {
  const t_s = Array.from({ length: 31 }, (_, index) => index / 10);
  return {
    t_s,
    x_mm: t_s.map((t) => (t <= 2 ? 40 : 40 + 60 * Math.sin(Math.PI * (t - 2)))),
    y_mm: t_s.map((t) => (t <= 2 ? 400 - 200 * t : 400 * (t - 2))),
    heading_deg: t_s.map((t) => (t <= 2 ? 350 : 350 + 20 * (t - 2))),
    pressure: t_s.map((t) => (t <= 2 ? 4 : 1)),
    down: t_s.map(() => true),
    contact: "palms",
  };
}

test("between two samples a hand is between them", () => {
  assert.equal(390, Math.round(play.poseAt(stroke(), 3, 0.05).y));
});

test("a stroke goes round: after its cycle it is where it began", () => {
  assert.deepEqual(play.poseAt(stroke(), 3, 0.5), play.poseAt(stroke(), 3, 3.5));
  assert.equal(Math.round(play.poseAt(stroke(), 3, 2.5).x), Math.round(play.poseAt(stroke(), 3, -0.5).x));
});

test("a heading takes the short way round", () => {
  const hand = { ...stroke(), t_s: [0, 1], x_mm: [0, 0], y_mm: [0, 0], heading_deg: [350, 10], pressure: [1, 1], down: [true, true] };
  assert.equal(360, play.poseAt(hand, 1, 0.5).heading);
});

test("a hand leans where it presses nearly its firmest", () => {
  assert.equal(21, play.leaning(stroke()).filter(Boolean).length);
  assert.ok(Math.abs(2 / 3 - play.leanShare(stroke())) < 0.02);
});

test("a lifted hand does not lean, however hard it would press", () => {
  assert.equal(0, play.leanShare({ ...stroke(), down: stroke().t_s.map(() => false) }));
});

test("what comes next starts at the hand and ends where the pressing ends", () => {
  const { points, reaches } = play.ahead(stroke(), 3, 1, 900);
  assert.deepEqual([40, 200], points[0]?.map(Math.round));
  assert.deepEqual([40, 0], points.at(-1)?.map(Math.round));
  assert.ok(reaches);
});

test("what comes next is no longer than asked for", () => {
  const { points } = play.ahead(stroke(), 3, 0, 100);
  assert.ok(400 - (points.at(-1)?.[1] ?? 0) <= 121);
});

test("on the way home the next pressing is shown from where it begins", () => {
  const { points } = play.ahead(stroke(), 3, 2.5, 300);
  assert.deepEqual([40, 400], points[0]?.map(Math.round));
});

test("the way home is the part that does not lean", () => {
  const lines = play.wayBack(stroke());
  assert.equal(1, lines.length);
  assert.equal(10, lines[0]?.length);
});

test("without motion a stroke is its start, its middle and its end", () => {
  assert.deepEqual([400, 200, 0], play.threePoses(stroke(), 3).map((pose) => Math.round(pose.y)));
});

test("a still picture shows the firmest moment, near the middle of the leaning", () => {
  assert.ok(Math.abs(play.firmestMoment(stroke()) - 1) < 0.11);
  const beats = { ...stroke(), pressure: stroke().t_s.map((t) => (Math.abs(t - 1.6) < 0.15 ? 5 : t <= 2 ? 4 : 1)) };
  assert.ok(Math.abs(play.firmestMoment(beats) - 1.6) < 0.2);
});

test("whether a hand leans now is known at any time of any round", () => {
  assert.deepEqual([true, false, true, false], [0.5, 2.5, 3.5, -0.5].map((at_s) => play.leaningAt(stroke(), 3, at_s)));
});

test("a band is as wide as asked at its ends", () => {
  const ring = play.bandAlong([[0, 0], [0, 50], [0, 100]], 46, 34);
  assert.deepEqual([23, 17], [Math.abs(ring[0]?.[0] ?? 0), Math.abs(ring[2]?.[0] ?? 0)]);
});
