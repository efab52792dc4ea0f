import assert from "node:assert/strict";
import { test } from "node:test";

import { boundsOf, isInside } from "../../src/backrub/web/static/lib/geometry.js";
import { HAND_BREADTH, HAND_LENGTH, POSES } from "../../src/backrub/web/static/lib/hands-figures.js";
import { handPicture, handScale, handShape, weightReach } from "../../src/backrub/web/static/lib/hands.js";

const CONTACTS = ["palms", "heels", "knuckles", "forearms", "whole-hand", "finger-pads", "finger-tips", "thumbs", "cupped-hands"];

/** Numbers of an outline's path data as points. @param {string} data @returns {[number, number][]} */
function pointsOf(data) {
  const numbers = (data.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0]);
}

test("every contact has a pose", () => {
  assert.deepEqual([...CONTACTS].sort(), Object.keys(POSES).sort());
});

test("an open hand is as long and as broad as hands are", () => {
  const points = pointsOf(handShape("palms", "right").outline);
  const tip = boundsOf(points).y0;
  assert.ok(Math.abs(-HAND_LENGTH - tip) < 3, `tip at ${tip}`);
  const knuckles = boundsOf(points.filter(([, y]) => y > -92 && y < -78));
  const fingers = knuckles.x1 - Math.max(knuckles.x0, -45);
  assert.ok(Math.abs(HAND_BREADTH - fingers) < 6, `breadth ${fingers}`);
});

test("the left hand is the right one mirrored, thumb and all", () => {
  const [left, right] = [handShape("thumbs", "left"), handShape("thumbs", "right")];
  assert.deepEqual(right.anchor, [-left.anchor[0], left.anchor[1]]);
  assert.ok(right.anchor[0] < 0, "seen from above, fingers up, the right thumb is on the left");
  assert.equal(right.box.width, left.box.width);
});

test("what bears weight lies on the hand", () => {
  for (const contact of CONTACTS) {
    const shape = handShape(contact, "left");
    const outline = pointsOf(shape.outline);
    for (const [x, y] of shape.weightRings.flat()) assert.ok(isInside(outline, x * 0.96, y * 0.985) || isInside(outline, x, y), `${contact} ${x} ${y}`);
  }
});

test("a contact nobody knows is drawn as a flat hand", () => {
  assert.equal(handShape("palms", "left"), handShape("elbow", "left"));
});

test("a hand is lit where it is, and fades into the forearm", () => {
  const shape = handShape("palms", "right");
  const { width, pixels } = handPicture("palms", "right", "candle", -116, 1);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => (Math.round(y - shape.box.y) * width + Math.round(x - shape.box.x)) * 4;
  assert.equal(255, pixels[at(0, -60) + 3]);
  assert.equal(0, pixels[at(0, 160) + 3]);
  assert.ok((pixels[at(0, -60)] ?? 0) > (pixels[at(0, -60) + 2] ?? 0), "warmer than it is blue");
});

test("a larger hand is drawn larger, an unknown one as it is modelled", () => {
  assert.equal(1, handScale(undefined));
  assert.ok(handScale(205) > 1.05);
});

test("a kneading thumb faces the fingers, with room for a muscle between them", () => {
  const { weightRings, anchor } = handShape("whole-hand", "right");
  const middle = (/** @type {readonly (readonly [number, number])[]} */ ring) => [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length];
  const pads = weightRings.map(middle);
  const [index = [0, 0], thumb = [0, 0]] = [pads[0], pads[4]];
  const gap = Math.hypot((index[0] ?? 0) - (thumb[0] ?? 0), (index[1] ?? 0) - (thumb[1] ?? 0));
  assert.ok(gap > 45 && gap < 90, `gap ${gap}`);
  const along = (/** @type {number[]} */ pad) => (pad[0] ?? 0) - anchor[0];
  assert.ok(along(thumb) < -20 && pads.slice(0, 4).every((pad) => along(pad) > 0), "the muscle lies between the pads");
  const outline = pointsOf(handShape("whole-hand", "right").outline);
  assert.ok(!isInside(outline, anchor[0], anchor[1]), "and nothing of the hand lies over it");
});

test("a fist and a cupped hand show their thumb, with its nail", () => {
  for (const contact of ["knuckles", "cupped-hands"]) {
    const { nails, outline } = handShape(contact, "right");
    const thumb = nails.at(-1);
    assert.ok(thumb, contact);
    const beside = boundsOf(pointsOf(outline).filter(([, y]) => Math.abs(y - thumb.at[1]) < 6)).x0;
    assert.ok(thumb.at[0] < -40 && beside < -50, `${contact}: ${thumb.at[0]} ${beside}`);
  }
});

test("a ring round what bears knows how far that reaches", () => {
  assert.ok(weightReach("knuckles", "left") < weightReach("finger-pads", "left"));
  assert.equal(weightReach("palms", "left"), weightReach("palms", "right"));
});
