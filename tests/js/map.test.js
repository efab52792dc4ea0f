import assert from "node:assert/strict";
import { test } from "node:test";

import { FRAMES, toBack, toScreen, viewOf } from "../../src/backrub/web/static/lib/back-view.js";
import { leader, placeCallouts } from "../../src/backrub/web/static/lib/callouts.js";
import { innermost } from "../../src/backrub/web/static/lib/geometry.js";
import { outlineRing } from "../../src/backrub/web/static/lib/relief-height.js";
import { NEUTRAL } from "../../src/backrub/web/static/lib/relief-figures.js";
import { PLACES, neighbour, placeAt, placesOf } from "../../src/backrub/web/static/lib/places.js";
import { Trace } from "../../src/backrub/web/static/lib/trace.js";
import { ATLAS } from "./fixtures/back.js";

const whole = /** @type {import("../../src/backrub/web/static/lib/back-view.js").Box} */ (FRAMES["whole"]);
const FACINGS = /** @type {const} */ (["up", "left", "right", "down"]);

test("the screen and the back undo each other, whichever way the head points", () => {
  for (const facing of FACINGS) {
    const view = viewOf(whole, facing, { width: 390, height: 500 });
    assert.deepEqual([-92, 268], toBack(view, toScreen(view, [-92, 268])).map(Math.round));
  }
});

test("the head points where it is said to, and the back is never mirrored", () => {
  const room = { width: 600, height: 600 };
  const to = (/** @type {typeof FACINGS[number]} */ facing, /** @type {[number, number]} */ mm) => toScreen(viewOf(whole, facing, room), mm);
  assert.ok(to("up", [0, -150])[1] < to("up", [0, 400])[1]);
  assert.ok(to("left", [0, -150])[0] < to("left", [0, 400])[0]);
  assert.ok(to("right", [0, -150])[0] > to("right", [0, 400])[0]);
  assert.ok(to("up", [100, 0])[0] > to("up", [-100, 0])[0], "their right is on the right");
  assert.ok(to("left", [100, 0])[1] < to("left", [-100, 0])[1], "head to the left: their right is the far side");
});

test("the whole back fits its box, lying or upright", () => {
  for (const facing of FACINGS) {
    const view = viewOf(whole, facing, { width: 390, height: 300 });
    for (const corner of /** @type {[number, number][]} */ ([[whole[0], whole[1]], [whole[2], whole[3]]])) {
      const [x, y] = toScreen(view, corner);
      assert.ok(x > -0.01 && x < 390.01 && y > -0.01 && y < 300.01, `${facing} ${x} ${y}`);
    }
  }
});

test("people see seven places on two sides", () => {
  assert.equal(7, PLACES.length);
  assert.equal(14, placesOf(ATLAS.areas).length);
});

test("every place can be found by a finger in its middle", () => {
  const places = placesOf(ATLAS.areas);
  for (const { area, side, ring } of places) {
    const { x, y } = innermost(ring);
    assert.deepEqual({ area, side }, pick(placeAt(places, [x, y], 3)));
  }
});

test("a finger just beside a place still finds it, one far off finds nothing", () => {
  const places = placesOf(ATLAS.areas);
  assert.equal("shoulders", placeAt(places, [120, -8], 24)?.area);
  assert.equal(undefined, placeAt(places, [300, -200], 24));
});

test("arrows cross the spine and walk down one side", () => {
  const places = placesOf(ATLAS.areas);
  assert.deepEqual({ area: "shoulders", side: "right" }, pick(places[neighbour(places, 0, "ArrowRight")]));
  assert.deepEqual({ area: "between-blades", side: "left" }, pick(places[neighbour(places, 0, "ArrowDown")]));
  assert.equal(0, neighbour(places, 0, "ArrowUp"));
  assert.equal(13, neighbour(places, 0, "End"));
});

const pick = (/** @type {{area: string, side: string} | undefined} */ place) => place && { area: place.area, side: place.side };

/** @type {import("../../src/backrub/web/static/lib/geometry.js").Point[]} */
const body = outlineRing(NEUTRAL).map((point) => toScreen(viewOf(whole, "up", { width: 390, height: 420 }), point));

/** @param {number} count */
function crowd(count) {
  return Array.from({ length: count }, (_, index) => ({ id: `${index}`, width: 92, height: 38, anchors: /** @type {[number, number][]} */ ([[195 + (index % 2 ? 60 : -60), 60 + index * 40]]) }));
}

test("words beside the back never lie on each other or leave a phone's screen", () => {
  for (let count = 1; count <= 8; count += 1) {
    const placed = placeCallouts(crowd(count), body, { width: 390, height: 420 });
    placed.forEach((one, index) => {
      assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= 390 && one.y + one.height <= 420);
      for (const other of placed.slice(index + 1)) {
        assert.ok(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y);
      }
    });
  }
});

test("on a wall words stand beside the back, not at the far edges", () => {
  const room = { width: 1920, height: 1080 };
  const ring = outlineRing(NEUTRAL).map((point) => toScreen(viewOf(whole, "up", room), point));
  const shoulder = toScreen(viewOf(whole, "up", room), [150, 20]);
  const [placed] = placeCallouts([{ id: "one", width: 120, height: 40, anchors: [shoulder] }], ring, room);
  assert.ok(placed && placed.x - shoulder[0] < 170 && placed.x > shoulder[0], JSON.stringify(placed));
});

test("words keep off what the page has reserved", () => {
  const reserved = { x: 0, y: 0, width: 195, height: 420 };
  for (const one of placeCallouts(crowd(3), body, { width: 390, height: 420 }, [reserved])) assert.ok(one.x >= 195);
});

test("a leader runs from the words to the place", () => {
  const [placed] = placeCallouts(crowd(1), body, { width: 390, height: 420 });
  assert.ok(placed);
  assert.match(leader(placed), /^M[-\d.]+ [-\d.]+Q.+ 135\.0 60\.0$/);
});

test("warmth gathers under a pressing hand, never past one, and fades in a minute and a half", () => {
  const trace = new Trace({ x0: -100, y0: 0, x1: 100, y1: 200 });
  for (let second = 0; second < 200; second += 1) trace.press([0, 100], 5, 1);
  const most = Math.max(...trace.warmth);
  assert.ok(most > 0.5 && most <= 1, String(most));
  trace.fade(90);
  assert.ok(Math.max(...trace.warmth) < 0.06);
});

test("a light stroke leaves less than a firm one", () => {
  const left = (/** @type {number} */ pressure) => {
    const trace = new Trace({ x0: -100, y0: 0, x1: 100, y1: 200 });
    trace.press([0, 100], pressure, 1);
    return Math.max(...trace.warmth);
  };
  assert.ok(left(1) < left(5));
});

test("a covered place is warm inside and cool outside", () => {
  const trace = new Trace({ x0: -200, y0: -60, x1: 200, y1: 500 });
  trace.cover(ATLAS.areas.shoulders.right, 0.8);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => trace.warmth[Math.round((y + 60) / 4) * trace.columns + Math.round((x + 200) / 4)] ?? 0;
  assert.ok(at(100, 30) > 0.4);
  assert.ok(at(-100, 30) < 0.05);
});
