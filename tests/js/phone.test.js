import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { ANSWERS } from "../../src/backrub/web/static/phone/confirming.js";
import { wishOf } from "../../src/backrub/web/static/phone/keys.js";
import { SessionClient } from "../../src/backrub/web/static/models/session-client.js";
import { ScriptedSocket, ScriptedTicker, furnish } from "./fixtures/room.js";

const FOLDER = new URL("../../src/backrub/web/static/phone/", import.meta.url);
const STYLE = readFileSync(new URL("../styles/phone.css", FOLDER), "utf8");
const COMPASS = ["softer", "just-right", "firmer", "stay", "not-there", "stop"];

/** What browsers give only to https and to this machine; the wake lock is asked for where it is, and not relied on. */
const ONLY_WHEN_SECURE = ["randomUUID", "crypto.subtle", "serviceWorker", "mediaDevices", "navigator.clipboard", "navigator.share"];

test("each wish has a tone, a buzz and a colour of its own", () => {
  const tones = COMPASS.map((kind) => JSON.stringify(ANSWERS[kind]?.tones));
  const buzzes = COMPASS.map((kind) => JSON.stringify(ANSWERS[kind]?.buzz));
  const colours = COMPASS.map((kind) => new RegExp(`\\.flash\\[data-kind="${kind}"\\] \\{\\s*--flash: ([^;]+);`).exec(STYLE)?.[1]);
  for (const all of [tones, buzzes, colours]) assert.equal(COMPASS.length, new Set(all.filter(Boolean)).size);
});

test("buzzes count like the dots of the compass", () => {
  const pulses = (/** @type {string} */ kind) => Math.ceil((ANSWERS[kind]?.buzz.length ?? 0) / 2);
  assert.deepEqual([1, 2, 3, 4, 5], ["softer", "just-right", "stay", "not-there", "firmer"].map(pulses));
});

test("keys lie like the compass: up is less, down is more", () => {
  const kinds = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "PageUp", "PageDown", "AudioVolumeDown", "AudioVolumeUp", "Escape"];
  assert.deepEqual(
    ["softer", "firmer", "not-there", "stay", "just-right", "softer", "firmer", "softer", "firmer", "stop"],
    kinds.map((key) => wishOf(key)?.kind),
  );
  assert.deepEqual([{ kind: "rate", value: 4 }, { kind: "rate", value: 10 }, null], ["4", "0", "x"].map(wishOf));
});

test("nothing on the page needs a secure origin", () => {
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith(".js"))) {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    assert.deepEqual([], ONLY_WHEN_SECURE.filter((one) => text.includes(one)), name);
  }
});

test("a line that does not answer is left and tried again, and what was tapped is sent once more under its own id", () => {
  furnish();
  const time = new ScriptedTicker();
  const client = new SessionClient({ session: "s", token: "t", locale: "en", url: "ws://x/", ticker: time.ticker, patience_ms: 3000 });
  const socket = () => /** @type {ScriptedSocket} */ (ScriptedSocket.opened.at(-1));
  client.connect();
  socket().open();
  socket().hear({ protocol: 1, session: "s", role: "receiver", locale: "en", rate: 1 });
  for (const { ping } of socket().sent.filter((one) => "ping" in one)) socket().hear({ pong: ping, at_ms: 0 });
  time.pass(3000);
  assert.equal("open", client.connection);
  const id = client.send({ kind: "softer", by: "receiver" });
  time.pass(3000);
  assert.equal("lost", client.connection);
  time.pass(200);
  socket().open();
  socket().hear({ protocol: 1, session: "s", role: "receiver", locale: "en", rate: 1 });
  assert.deepEqual([id], socket().sent.filter((one) => "kind" in one).map((one) => one.id));
  assert.equal(2, ScriptedSocket.opened.length);
});
