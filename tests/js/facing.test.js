import assert from "node:assert/strict";
import { test } from "node:test";

import { FRAMES, toScreen, viewOf } from "../../src/backrub/web/static/lib/back-view.js";
import { facingFrom, facingOf, giverSideAt, nearness } from "../../src/backrub/web/static/lib/facing.js";

const STATIONS = /** @type {const} */ ([["hip", "left"], ["hip", "right"], ["beside", "left"], ["beside", "right"], ["across", "left"], ["head-end", "right"], ["astride", "left"], ["behind", "left"]]);
const whole = /** @type {import("../../src/backrub/web/static/lib/back-view.js").Box} */ (FRAMES["whole"]);

/** Where shoulders and hips are on screen for a giver. @param {string} place @param {"left" | "right"} side */
function seen(place, side) {
  const view = viewOf(whole, facingFrom(place, side), { width: 900, height: 600 });
  const at = (/** @type {number} */ x, /** @type {number} */ y) => toScreen(view, [x, y]);
  return { head: at(0, -150), feet: at(0, 500), left: at(-150, 40), right: at(150, 40) };
}

test("wherever the giver is, the back is turned, never mirrored", () => {
  for (const [place, side] of STATIONS) {
    const { head, feet, left, right } = seen(place, side);
    const across = [right[0] - left[0], right[1] - left[1]];
    const down = [feet[0] - head[0], feet[1] - head[1]];
    assert.ok((across[0] ?? 0) * (down[1] ?? 0) - (across[1] ?? 0) * (down[0] ?? 0) > 0, `${place} ${side}`);
  }
});

test("the giver is at the lower edge: the side they kneel at, the head they kneel at, or the hips", () => {
  assert.ok(seen("hip", "left").left[1] > seen("hip", "left").right[1]);
  assert.ok(seen("beside", "right").right[1] > seen("beside", "right").left[1]);
  assert.ok(seen("head-end", "left").head[1] > seen("head-end", "left").feet[1]);
  for (const place of ["astride", "behind"]) assert.ok(seen(place, "left").feet[1] > seen(place, "left").head[1]);
});

test("from astride, behind and the head end no side is the near one", () => {
  for (const place of ["astride", "behind", "head-end"]) assert.equal("none", nearness("left", place, "left"));
  assert.deepEqual(["near", "far"], [nearness("left", "hip", "left"), nearness("right", "hip", "left")]);
});

test("of somebody on their side, seen from behind, the upper side is up and the head lies sideways", () => {
  for (const upper of /** @type {const} */ (["left", "right"])) {
    const view = viewOf(whole, facingOf(upper, "up"), { width: 900, height: 600 });
    const at = (/** @type {number} */ x, /** @type {number} */ y) => toScreen(view, [x, y]);
    const side = upper === "left" ? -150 : 150;
    assert.ok(at(side, 40)[1] < at(-side, 40)[1], upper);
    assert.ok(Math.abs(at(0, -150)[1] - at(0, 500)[1]) < 1);
  }
  assert.deepEqual(["up", "down"], [facingOf(null, "up"), facingOf(undefined, "down")]);
});

test("the giver is beside the worked side or across from it, and else where they were last", () => {
  const steps = [
    { place: "hip", side: "both" },
    { place: "across", side: "right" },
    { place: "across", side: "left" },
    { place: "head-end", side: "both" },
    { place: "hip", side: "left" },
    { place: "beside", side: "left" },
  ].map((step) => /** @type {import("../../src/backrub/web/static/types/pages.d.ts").RoutineStep} */ (/** @type {unknown} */ (step)));
  const sides = steps.map((_, index) => giverSideAt(steps, index, "left"));
  assert.deepEqual(["left", "left", "right", "right", "right", "left"], sides);
  assert.equal("near", nearness("left", "beside", giverSideAt(steps, 5, "right")));
  assert.equal("far", nearness("left", "across", giverSideAt(steps, 2, "left")));
});
