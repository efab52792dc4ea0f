import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { SessionClient } from "../../src/backrub/web/static/models/session-client.js";
import { ScriptedSocket, ScriptedTicker, furnish } from "./fixtures/room.js";
import { view } from "./fixtures/views.js";

/** @type {ReturnType<typeof furnish>} */
let page;
/** @type {ScriptedTicker} */
let time;
/** @type {SessionClient} */
let client;

const hello = { protocol: 1, session: "s", role: "giver", locale: "en", rate: 1 };
const socket = () => /** @type {ScriptedSocket} */ (ScriptedSocket.opened.at(-1));
const commands = () => socket().sent.filter((one) => "kind" in one);

beforeEach(() => {
  page = furnish();
  time = new ScriptedTicker();
  client = new SessionClient({ session: "s", token: "secret", locale: "en", url: "ws://x/api/live", ticker: time.ticker });
  client.connect();
  socket().open();
});

test("the token is the first message and never in the address", () => {
  assert.equal("ws://x/api/live", socket().url);
  assert.deepEqual([{ token: "secret", protocol: 1, session: "s", locale: "en", played_at_ms: null, patches: true }], socket().sent);
});

test("several questions for the time follow the greeting, then one every ten seconds", () => {
  socket().hear(hello);
  const asked = () => socket().sent.filter((one) => "ping" in one).length;
  assert.equal(5, asked());
  time.pass(20_000);
  assert.equal(7, asked());
});

test("a command is sent once, with what was seen and for whom", () => {
  socket().hear(hello);
  socket().hear({ view: view() });
  socket().hear({ timeline: { version: 7, cues: [], ends_at_ms: null } });
  client.send({ kind: "rate", by: "receiver", value: 4 });
  const [{ id, ...rest }] = commands();
  assert.deepEqual({ at_ms: 0, seen: 7, kind: "rate", by: "receiver", step: 0, value: 4 }, rest);
  assert.match(id, /^[0-9a-f]{32}$/);
});

test("what is asked without a line waits, and is sent with its first id until it is answered", () => {
  const id = client.send({ kind: "softer", by: "receiver" });
  assert.deepEqual([], commands());
  socket().hear(hello);
  assert.deepEqual([id], commands().map((one) => one.id));
  socket().close(1006);
  time.pass(200);
  socket().open();
  socket().hear(hello);
  assert.deepEqual([id], commands().map((one) => one.id));
  socket().hear({ ack: id, seq: 9 });
  assert.equal(0, client.waiting);
  socket().close(1006);
  time.pass(300);
  socket().open();
  socket().hear(hello);
  assert.deepEqual([], commands());
});

test("a lost line is tried again five times within a second and a half, then ever more seldom", () => {
  socket().hear(hello);
  for (const [place, delay_ms] of [200, 300, 300, 300, 300, 500, 500, 1000, 2000, 2000].entries()) {
    socket().close(1006);
    time.pass(delay_ms - 1);
    assert.equal(place + 1, ScriptedSocket.opened.length);
    time.pass(1);
    assert.equal(place + 2, ScriptedSocket.opened.length);
  }
  assert.equal("lost", client.connection);
});

test("coming back to the page tries again without waiting", () => {
  socket().hear(hello);
  socket().close(1006);
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(2, ScriptedSocket.opened.length);
});

test("a session that is no more is not asked for again", () => {
  socket().close(4403);
  time.pass(60_000);
  assert.equal(1, ScriptedSocket.opened.length);
  assert.equal("gone", client.connection);
});

test("the server is told how far was played here", () => {
  socket().hear(hello);
  client.notePlayed(12_345.6);
  socket().close(1006);
  time.pass(200);
  socket().open();
  assert.equal(12_346, socket().sent[0].played_at_ms);
});

test("an older view or timeline never replaces a newer one over the same line", () => {
  socket().hear(hello);
  socket().hear({ view: view({ version: 8 }) });
  socket().hear({ view: view({ version: 7 }) });
  socket().hear({ timeline: { version: 8, cues: [], ends_at_ms: 5 } });
  socket().hear({ timeline: { version: 7, cues: [], ends_at_ms: 1 } });
  assert.equal(8, client.view?.version);
  assert.equal(5, client.timeline?.ends_at_ms);
});

/** @param {string} id @param {number} at_ms */
const cue = (id, at_ms) => ({ id, at_ms, kind: "say", to: "giver", step: 0, text: id, clip: null, target: null });

test("a patch makes the next timeline of the one held", () => {
  socket().hear(hello);
  socket().hear({ timeline: { version: 3, cues: [cue("a", 10), cue("b", 20), cue("c", 30)], ends_at_ms: 50 } });
  const told = { since: 3, version: 5, gone: ["a"], moved: [["b", 40]], cues: [cue("d", 35)], ends_at_ms: 60 };
  socket().hear({ patch: told });
  assert.deepEqual({ version: 5, cues: [cue("c", 30), cue("d", 35), cue("b", 40)], ends_at_ms: 60 }, client.timeline);
});

test("several messages in one are heard in order", () => {
  socket().hear(hello);
  socket().hear([{ view: view({ version: 8 }) }, { timeline: { version: 8, cues: [], ends_at_ms: 5 } }]);
  assert.deepEqual([8, 8], [client.view?.version, client.timeline?.version]);
});

test("a patch of a version that is not held brings the whole anew", () => {
  socket().hear(hello);
  socket().hear({ timeline: { version: 3, cues: [], ends_at_ms: 50 } });
  socket().hear({ patch: { since: 4, version: 5, gone: [], moved: [], cues: [], ends_at_ms: 60 } });
  assert.equal("lost", client.connection);
  time.pass(200);
  assert.equal(2, ScriptedSocket.opened.length);
});

test("a refusal is told with its sentence, and waits no longer", () => {
  socket().hear(hello);
  /** @type {unknown[]} */
  const heard = [];
  client.addEventListener("refused", (event) => heard.push(/** @type {CustomEvent} */ (event).detail));
  const id = client.send({ kind: "firmer", by: "receiver" });
  socket().hear({ refused: id, code: "cap", message: "That is as firm as it gets tonight.", clip: "sha" });
  assert.deepEqual([{ id, code: "cap", message: "That is as firm as it gets tonight.", clip: "sha" }], heard);
  assert.equal(0, client.waiting);
});

test("after closing nothing is asked any more", () => {
  socket().hear(hello);
  client.close();
  time.pass(60_000);
  assert.equal(1, ScriptedSocket.opened.length);
  assert.equal(5, socket().sent.filter((one) => "ping" in one).length);
});
