import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { PlanDesk } from "../../src/backrub/web/static/models/plan-desk.js";
import { wishes } from "./fixtures/wishes.js";

/** @import {Wishes} from "../../src/backrub/web/static/types/pages.d.ts" */

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

/** @param {Partial<Wishes>} wished */
const planOf = (wished, gave_way = /** @type {string[]} */ ([])) => ({
  title: `${wished.minutes} minutes`,
  routine: { steps: [{ technique: "effleurage", area: "whole-back", side: "both", duration_s: (wished.minutes ?? 0) * 60 + (wished.seed ?? 0) }] },
  gave_way,
  seed: wished.seed,
});

/** A server that answers when it is let; what it was asked stands in `asked`. */
function server() {
  /** @type {{path: string, body: any}[]} */
  const asked = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  let held = false;
  /** What is wrong with the wishes, if anything. @type {(wished: any) => object | null} */
  let problem = () => null;
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string} */ path, /** @type {{body: string}} */ { body }) => {
      const sent = JSON.parse(body);
      asked.push({ path, body: sent });
      if (held) await new Promise((done) => waiting.push(() => done(null)));
      const wrong = problem(sent);
      const answers = {
        "/api/plan": () => planOf(sent),
        "/api/plan/what-if": () => ({ plan: planOf(sent.then), shares: [], comes: [], goes: [] }),
        "/api/plan/clash": () => ({ clash: [{ field: "minutes", index: 0, text: "3 minutes" }] }),
        "/api/swap": () => ({ first: planOf(sent.one), second: planOf(sent.other), begins: "one", minutes_each: 6, change_s: 180 }),
      };
      const answer = wrong ?? /** @type {Record<string, () => object>} */ (answers)[path]?.();
      return { ok: wrong === null, status: wrong ? 422 : 200, json: async () => answer };
    }
  );
  return {
    asked,
    hold: () => (held = true),
    letGo: () => {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    refuse: (/** @type {typeof problem} */ why) => (problem = why),
  };
}

/** @param {Partial<Wishes>} some */
function evening(some = {}, gave_way = /** @type {string[]} */ ([])) {
  const wished = wishes(some);
  const held = {
    wishes: wished,
    plan: planOf(wished, gave_way),
    both: null,
    stand: (/** @type {any} */ now, /** @type {any} */ plan, /** @type {any} */ both) => Object.assign(held, { wishes: now, plan, both }),
  };
  return /** @type {any} */ (held);
}

test("what is turned while a plan is made is asked about once, when the answer is there", async () => {
  const { asked, hold, letGo } = server();
  const held = evening();
  const desk = new PlanDesk(held);
  hold();
  const work = desk.try(wishes({ minutes: 16 }));
  for (const minutes of [17, 18, 19, 20]) void desk.try(wishes({ minutes }));
  assert.equal(desk.wishes.minutes, 20);
  assert.equal(asked.length, 1);
  letGo();
  await work;
  assert.deepEqual([16, 20], asked.filter(({ path }) => path === "/api/plan").map(({ body }) => body.minutes));
  assert.deepEqual([20, false], [held.wishes.minutes, desk.busy]);
});

test("what there was before stays what all is compared with, and is put back whole", async () => {
  const { asked } = server();
  const held = evening();
  const before = held.plan;
  const desk = new PlanDesk(held);
  for (const minutes of [20, 30]) await desk.try(wishes({ minutes }));
  const compared = asked.filter(({ path }) => path === "/api/plan/what-if").map(({ body }) => [body.now.minutes, body.then.minutes]);
  assert.deepEqual([[15, 20], [15, 30]], compared);
  assert.ok(desk.changes);
  await desk.putBack();
  assert.equal(held.plan, before);
  assert.deepEqual([15, null], [held.wishes.minutes, desk.changes]);
});

test("wishes that leave nothing to plan leave the plan as it is, and say why", async () => {
  const { refuse } = server();
  const held = evening();
  const desk = new PlanDesk(held);
  refuse(({ avoid }) => (avoid?.length ? { detail: "every place is to be left alone", clash: [{ field: "avoid", index: 0, text: "the whole back" }] } : null));
  const before = held.plan;
  await desk.try(wishes({ avoid: [{ area: "whole-back", side: "both" }] }));
  assert.equal(held.plan, before);
  assert.match(String(/** @type {Error} */ (desk.failure).message), /left alone/);
  assert.deepEqual([], desk.wishes.avoid);
});

test("another plan is one that is not the same again", async () => {
  server();
  const held = evening({ seed: 0 });
  const desk = new PlanDesk(held);
  await desk.surprise();
  assert.ok(held.wishes.seed > 0);
  assert.equal(desk.alone, false);
});

test("where every number gives the same plan again, that is said after a few tries", async () => {
  const { asked } = server();
  const held = evening({ minutes: 3 });
  held.plan.routine.steps = [];
  const steps = held.plan.routine;
  held.stand = (/** @type {any} */ now, /** @type {any} */ plan) => Object.assign(held, { wishes: now, plan: { ...plan, routine: steps } });
  const desk = new PlanDesk(held);
  await desk.surprise();
  assert.equal(desk.alone, true);
  assert.equal(asked.filter(({ path }) => path === "/api/plan").length, 6);
  await desk.try(wishes({ minutes: 5 }));
  assert.equal(desk.alone, false);
});

test("what clashes is asked about only where something gave way", async () => {
  const { asked } = server();
  const none = new PlanDesk(evening());
  await none.settled();
  assert.deepEqual([], asked);
  const desk = new PlanDesk(evening({ minutes: 3 }, ["3 minutes are short."]));
  await new Promise((done) => desk.addEventListener("change", done, { once: true }));
  assert.deepEqual(["/api/plan/clash"], asked.map(({ path }) => path));
  assert.deepEqual(["minutes"], desk.clash.map(({ field }) => field));
});

test("where both get one, each half is tried by itself and the minutes are those of both", async () => {
  const { asked } = server();
  const held = evening({ tense: [{ area: "shoulders", side: "right", level: 3 }] });
  const desk = new PlanDesk(held);
  await desk.share(true);
  assert.deepEqual([], held.both.other.tense);
  desk.look(1);
  await desk.try({ ...desk.wishes, tense: [{ area: "waist", side: "left", level: 2 }] });
  const swap = asked.filter(({ path }) => path === "/api/swap").at(-1);
  assert.deepEqual(["shoulders", "waist", 15], [swap?.body.one.tense[0].area, swap?.body.other.tense[0].area, swap?.body.minutes]);
  const compared = asked.filter(({ path }) => path === "/api/plan/what-if").at(-1);
  assert.deepEqual([6, 6, false], [compared?.body.now.minutes, compared?.body.then.minutes, compared?.body.then.swap]);
  await desk.share(false);
  assert.deepEqual([null, 0], [held.both, desk.turn]);
});
