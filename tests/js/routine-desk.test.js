// A text being written is checked as it changes: the last text counts, one question at a time, and failures are said.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { RoutineDesk } from "../../src/backrub/web/static/models/routine-desk.js";

/** @typedef {{path: string, body: any, answer: (data: unknown, status?: number) => void}} Asked */

/** Gives the questions as they are asked, each to be answered by the test. */
function server() {
  /** @type {Asked[]} */
  const asked = [];
  /** @type {((one: Asked) => void)[]} */
  const waiting = [];
  globalThis.fetch = /** @type {any} */ (
    (/** @type {string} */ path, /** @type {{body: string}} */ options) =>
      new Promise((done) => {
        const one = {
          path,
          body: JSON.parse(options.body),
          answer: (/** @type {unknown} */ data, status = 200) => done(new Response(JSON.stringify(data), { status })),
        };
        const next = waiting.shift();
        if (next) next(one);
        else asked.push(one);
      })
  );
  /** @returns {Promise<Asked>} */
  const next = () => {
    const one = asked.shift();
    return one ? Promise.resolve(one) : new Promise((done) => waiting.push(done));
  };
  return { next, asked };
}

/** @type {RoutineDesk[]} */
const desks = [];
const newDesk = () => {
  const desk = new RoutineDesk();
  desks.push(desk);
  return desk;
};

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const checked = (/** @type {number[]} */ ...lines) => ({ findings: [], routine: null, lines, whole: true, stated_s: null, tokens: [] });
const changed = (/** @type {RoutineDesk} */ desk) => new Promise((done) => desk.addEventListener("change", done, { once: true }));

test("what was typed in one go is asked about once, and what is known belongs to a text", async () => {
  const { next, asked } = server();
  const desk = newDesk();
  for (const text of ["w", "wo", "work"]) desk.write(text);
  const question = await next();
  assert.deepEqual([question.path, question.body], ["/api/routines/check", { text: "work", body: null }]);
  assert.equal(asked.length, 0);
  const told = changed(desk);
  question.answer(checked(3));
  await told;
  assert.deepEqual([desk.checkedText, desk.checked?.lines], ["work", [3]]);
});

test("what was typed meanwhile is asked about when the answer is there", async () => {
  const { next, asked } = server();
  const desk = newDesk();
  desk.write("work");
  const first = await next();
  desk.write("work\n");
  first.answer(checked());
  const second = await next();
  assert.equal(second.body.text, "work\n");
  assert.equal(asked.length, 0);
});

test("a server that does not answer is said, and the text stays", async () => {
  const { next } = server();
  const desk = newDesk();
  desk.write("work");
  const told = changed(desk);
  (await next()).answer({ title: "Gone", detail: "The coach does not answer." }, 503);
  await told;
  assert.deepEqual([desk.failure, desk.text], ["The coach does not answer.", "work"]);
});

test("the steps and the hands of the cursor's line are known", async () => {
  const { next } = server();
  const desk = newDesk();
  desk.write("…");
  const told = changed(desk);
  (await next()).answer(checked(2, 4, 4));
  await told;
  const drawing = await next();
  assert.deepEqual([drawing.path, drawing.body.line], ["/api/routines/paths", 1]);
  drawing.answer({ first: 0, paths: {}, step_paths: [], back: "one", atlas: { format: 1 } });
  desk.moveTo(4);
  assert.deepEqual([desk.here, desk.lineOf(0)], [[1, 2], 2]);
  const again = await next();
  assert.deepEqual([again.body.line, again.body.back, desk.atlas], [4, "one", { format: 1 }]);
  const drawn = changed(desk);
  again.answer({ first: 1, paths: { a: { cycle_s: 8 } }, step_paths: [null, "a"], back: "one", atlas: null });
  await drawn;
  assert.deepEqual([desk.path, desk.atlas], [{ cycle_s: 8 }, { format: 1 }]);
});

test("only what is in no file is unsaved", () => {
  server();
  const desk = newDesk();
  desk.open("title: x");
  assert.equal(desk.unsaved, false);
  desk.write("title: y");
  assert.equal(desk.unsaved, true);
  desk.write("  ");
  assert.equal(desk.unsaved, false);
});
