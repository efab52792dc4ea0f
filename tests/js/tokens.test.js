import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { toSrgb } from "../../src/backrub/web/static/lib/clay.js";

const SHEET = readFileSync(new URL("../../src/backrub/web/static/styles/tokens.css", import.meta.url), "utf8");

/** The first opaque oklch value of each token in the block that sets this relief. @param {string} relief */
function tokensOf(relief) {
  const block = SHEET.slice(SHEET.indexOf(`--relief: ${relief};`)).split("\n  }\n")[0] ?? "";
  return new Map([...block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name = "", l, c, h]) => [name, [l, c, h].map(Number)]));
}

/** Relative luminance (WCAG 2.2). @param {number[]} colour lightness, chroma, hue in degrees */
function luminance([l = 0, c = 0, h = 0]) {
  const turn = (h * Math.PI) / 180;
  const linear = toSrgb(l, c * Math.cos(turn), c * Math.sin(turn)).map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** @param {Map<string, number[]>} tokens @param {string} one @param {string} other */
function contrast(tokens, one, other) {
  const [a, b] = [one, other].map((name) => luminance(tokens.get(name) ?? assert.fail(name))).sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

for (const relief of ["day", "evening", "candle"]) {
  const tokens = tokensOf(relief);

  test(`by ${relief}, words can be read on the ground, on cards and on groups`, () => {
    for (const word of ["ink", "soft", "accent"]) {
      for (const ground of ["ground", "raised"]) assert.ok(contrast(tokens, word, ground) >= 4.5, `${word} on ${ground}: ${contrast(tokens, word, ground)}`);
    }
    for (const word of ["ink", "soft"]) assert.ok(contrast(tokens, word, "wash") >= 4.5, `${word} on wash`);
    assert.ok(contrast(tokens, "on-accent", "accent") >= 4.5);
  });

  test(`by ${relief}, the edge of a control and the focus ring can be seen`, () => {
    for (const line of ["edge", "focus", "ember"]) assert.ok(contrast(tokens, line, "ground") >= 3, `${line}: ${contrast(tokens, line, "ground")}`);
  });

  test(`by ${relief}, every hue is warm`, () => {
    for (const [name, [, chroma = 0, hue = 0]] of tokens) assert.ok(chroma === 0 || (hue >= 26 && hue <= 80), name);
  });
}
