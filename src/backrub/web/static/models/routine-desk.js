// A text being written: it is checked while it changes, and whoever shows it is told. Event: `change`.

import * as texts from "./texts.js";

/** @import {Body} from "../types/pages.d.ts" */
/** @import {CheckedJson, LinePathsJson, PathJson} from "../types/wire.d.ts" */

/** How long keys may rest before a text is sent, so that a fast typist is not checked at every letter. */
const REST_MS = 30;
/** How long the cursor may rest in a line before its hands are drawn. */
const DRAW_MS = 120;

/** Holds a text, what is known of it, and where the cursor is. */
export class RoutineDesk extends EventTarget {
  text = "";
  /** The text as it was last opened or saved. */
  saved = "";
  /** @type {CheckedJson | null} */
  checked = null;
  /** The text that `checked` is about. */
  checkedText = "";
  line = 1;
  /** @type {LinePathsJson | null} */
  drawn = null;
  /** Who receives it, or null for somebody of usual size. @type {Body | null} */
  body = null;
  /**
   * The back that the hands are drawn on: of that body, as it lies or sits here, with its spots to go round.
   *
   * @type {LinePathsJson["atlas"]}
   */
  atlas = null;
  #back = "";
  failure = "";
  #sending = false;
  #asked = 0;
  #closed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #drawing;

  /** Whether something was written that is in no file. */
  get unsaved() {
    return this.text !== this.saved && this.text.trim() !== "";
  }

  /** @param {string} text */
  open(text) {
    this.saved = text;
    this.write(text);
  }

  /** @param {string} text */
  write(text) {
    this.text = text;
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => void this.#check(), REST_MS);
  }

  /** @param {number} line */
  moveTo(line) {
    if (line === this.line && this.drawn) return;
    this.line = line;
    this.#draw();
    this.#changed();
  }

  /** Asks nothing more. */
  close() {
    clearTimeout(this.#alarm);
    clearTimeout(this.#drawing);
    this.#closed = true;
  }

  /** The steps that came of the cursor's line, by number. @returns {number[]} */
  get here() {
    return (this.checked?.lines ?? []).flatMap((line, index) => (line === this.line ? [index] : []));
  }

  /** The path of the hands in the cursor's line. @returns {PathJson | null} */
  get path() {
    const key = this.drawn?.step_paths.find((one) => one !== null);
    return (key && this.drawn?.paths[key]) || null;
  }

  /** The line of a step. @param {number} index @returns {number} */
  lineOf(index) {
    return this.checked?.lines[index] ?? 1;
  }

  async #check() {
    if (this.#sending) return; // the answer under way sends again when it is out of date
    this.#sending = true;
    const { text } = this;
    try {
      this.checked = await texts.check(text, this.body);
      this.checkedText = text;
      this.failure = "";
    } catch (error) {
      this.failure = String(/** @type {Error} */ (error).message);
    }
    this.#sending = false;
    this.#changed();
    if (this.#closed) return;
    if (text === this.text) this.#draw();
    else void this.#check();
  }

  #draw() {
    clearTimeout(this.#drawing);
    this.#drawing = setTimeout(() => void this.#fetchPaths(), DRAW_MS);
  }

  async #fetchPaths() {
    const asked = (this.#asked += 1);
    const drawn = await texts.paths(this.text, this.line, this.body, this.#back).catch(() => null);
    if (drawn?.atlas) {
      this.#back = drawn.back;
      this.atlas = drawn.atlas;
    }
    if (asked !== this.#asked) return;
    this.drawn = drawn;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
