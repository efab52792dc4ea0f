// The sound check, before hands are oily: which voice, how loud, and whether the screen stays on.

import { icon } from "../elements/icons.js";
import { roomOf } from "../models/room.js";
import { WakeLock } from "../models/wake-lock.js";
import { html, nothing } from "../vendor/lit.js";

/** @import {TemplateResult} from "../vendor/lit.js" */
/** @import {PlanView} from "./plan.js" */

/**
 * @param {PlanView} view
 * @returns {TemplateResult}
 */
export function soundCheck(view) {
  const { speaker } = roomOf(view.evening);
  const name = speaker.device.voice?.name ?? "";
  return html`<section class="sound wash">
    <h2>${icon("sound")} ${view.say("sound-title")}</h2>
    <p>${view.say(`sound-${speaker.mode}`, { name })}</p>
    ${speaker.mode === "captions"
      ? nothing
      : html`<div class="sound-row">
          <button class="button" @click=${() => void play(view)}>${view.say("sound-try")}</button>
          ${volume(view)}
        </div>`}
    <p class="label">${view.say(WakeLock.possible ? "sound-awake" : "sound-not-awake")}</p>
  </section>`;
}

/**
 * @param {import("./page-view.js").PageView} view
 * @returns {TemplateResult}
 */
export function volume(view) {
  const { speaker } = roomOf(view.evening);
  return html`<label class="volume"
    ><span class="label">${view.say("sound-volume")}</span
    ><input
      type="range"
      min="0"
      max="10"
      step="1"
      .value=${String(Math.round(speaker.volume * 10))}
      @input=${(/** @type {Event} */ event) => speaker.setVolume(Number(/** @type {HTMLInputElement} */ (event.target).value) / 10)}
  /></label>`;
}

/** @param {PlanView} view */
async function play(view) {
  const { speaker, ticker } = roomOf(view.evening);
  await speaker.wake();
  if (speaker.mode === "device") {
    speaker.device.say(view.say("sound-sample"), true);
    return;
  }
  const sample = view.evening.start.voice?.sample;
  if (!sample) return;
  speaker.clips.fetch([sample]);
  const again = (/** @type {number} */ tries) => {
    if (!speaker.clips.playNow(sample) && tries > 0) ticker.set("sample", 150, () => again(tries - 1));
  };
  again(40);
}
