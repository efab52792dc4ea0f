import assert from "node:assert/strict";
import { test } from "node:test";

import { CardDesk } from "../../src/backrub/web/static/models/card-desk.js";

/** @import {Evening} from "../../src/backrub/web/static/models/evening.js" */
/** @import {Card, CardShownJson} from "../../src/backrub/web/static/types/wire.d.ts" */

/** @type {{method: string, path: string, body: any}[]} */
const asked = [];

/** @param {Partial<Card>} some @returns {CardShownJson} */
const shown = (some = {}) => ({ card: /** @type {Card} */ (some), text: JSON.stringify(some), picture: "", learnt: [] });

/** Whether the cards are shown on another machine only. */
let elsewhere = false;

globalThis.fetch = /** @type {typeof fetch} */ (
  async (path, options) => {
    const body = options?.body ? JSON.parse(String(options.body)) : null;
    asked.push({ method: options?.method ?? "GET", path: String(path), body });
    if (elsewhere) return Response.json({ title: "Forbidden", status: 403 }, { status: 403 });
    return Response.json(answer(options?.method ?? "GET", String(path), body));
  }
);

/** @param {string} method @param {string} path @param {any} body */
function answer(method, path, body) {
  if (path === "/api/cards" && method === "POST") return { id: "one", name: body.name, shown: shown(body.card) };
  if (path === "/api/cards") return { cards: [{ id: "one", name: "A", shown: shown() }], keeps: true };
  if (method === "PUT") return { id: "one", name: body.name, shown: shown(body.card) };
  if (path === "/api/card/show") return shown(body.card);
  return shown({ firmness: "firm" });
}

/** @returns {Evening & {used: unknown[]}} */
function evening() {
  const some = {
    card: null,
    used: /** @type {unknown[]} */ ([]),
    async useCard(/** @type {any} */ card) {
      this.card = card;
      this.used.push(card);
    },
    dropCard() {
      this.card = null;
    },
  };
  return /** @type {any} */ (some);
}

/** @param {string} method @param {string} path */
const count = (method, path) => asked.filter((one) => one.method === method && one.path === path).length;

test("a card that was read is changed without being kept", async () => {
  asked.length = 0;
  const desk = new CardDesk(evening());
  await desk.read("backrub-card 1;00000000");
  await desk.change({ firmness: "soft" });
  assert.equal("soft", desk.open?.shown.card.firmness);
  assert.deepEqual([0, 0], [count("POST", "/api/cards"), count("PUT", "/api/cards/one")]);
});

test("once it is kept, each change is written down", async () => {
  asked.length = 0;
  const desk = new CardDesk(evening());
  await desk.read("backrub-card 1;00000000");
  await desk.rename("A");
  await desk.keep();
  assert.equal("one", desk.open?.id);
  await desk.change({ firmness: "soft" });
  await desk.rename("B");
  assert.deepEqual([1, 2], [count("POST", "/api/cards"), count("PUT", "/api/cards/one")]);
  assert.equal("B", asked.findLast((one) => one.method === "PUT")?.body.name);
});

test("what is changed on the card of tonight changes tonight's wishes", async () => {
  const tonight = evening();
  const desk = new CardDesk(tonight);
  await desk.read("backrub-card 1;00000000");
  assert.equal(false, desk.inUse);
  await desk.use();
  assert.equal(true, desk.inUse);
  await desk.change({ firmness: "soft" });
  assert.equal(2, tonight.used.length);
  assert.equal(true, desk.inUse);
});

test("forgetting a card takes it out of tonight as well", async () => {
  asked.length = 0;
  const tonight = evening();
  const desk = new CardDesk(tonight);
  await desk.load();
  const [kept] = desk.kept;
  assert.ok(kept);
  desk.look(kept);
  await desk.use();
  await desk.forget();
  assert.deepEqual([null, null, 1], [desk.open, tonight.card, count("DELETE", "/api/cards/one")]);
});

test("a card that was never kept is forgotten without asking anybody", async () => {
  asked.length = 0;
  const desk = new CardDesk(evening());
  await desk.read("backrub-card 1;00000000");
  await desk.forget();
  assert.equal(0, asked.filter((one) => one.method === "DELETE").length);
});

test("where cards are shown on another machine only, none can be kept, and that is no failure", async () => {
  const desk = new CardDesk(evening());
  assert.equal(desk.keeps, null);
  elsewhere = true;
  await desk.load();
  elsewhere = false;
  assert.deepEqual([[], false], [desk.kept, desk.keeps]);
  await desk.load();
  assert.deepEqual(["one", true], [desk.kept[0]?.id, desk.keeps]);
});
