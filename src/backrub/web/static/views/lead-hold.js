// A tender spot: find it, sink, keep still, ease out. Every answer may also be spoken between the two people.

import { pressureWord, whereOf } from "../lib/lead-words.js";
import { opened } from "../lib/sentence.js";
import { html, nothing } from "../vendor/lit.js";
import { caption, leadMap, pauseRegion, topLine } from "./lead-running.js";

/** @import {Atlas, HandPath, HoldStage, Point, RoutineStep, StrokePath} from "../types/pages.d.ts" */
/** @import {LeadView} from "./lead.js" */

/** What a tender spot may feel like while it is held; above it, the number is asked again. */
const CEILING = 7;

/** How much of the back the map shows round a tender spot, each way [mm]. */
const ROUND_MM = 150;

const THIRDS = /** @type {Record<HoldStage, string[]>} */ ({
  seek: ["spot-here", "spot-not-found", "spot-lump"],
  sink: [],
  still: ["easing", "same", "worse"],
  release: [],
  broad: [],
});
const WORDS = /** @type {Record<string, string>} */ ({
  "spot-here": "hold-spot-here",
  "spot-not-found": "hold-not-found",
  "spot-lump": "hold-lump",
});
const QUIET = /** @type {Record<HoldStage, string[]>} */ ({
  seek: [],
  sink: ["breath-held", "radiates"],
  still: ["eased", "breath-held", "radiates"],
  release: [],
  broad: [],
});

/**
 * @param {LeadView} view
 * @param {HoldStage} stage
 */
export function holdView(view, stage) {
  const { leading } = view;
  const position = leading.position();
  const step = leading.stepOf(position?.step ?? null);
  const pressure = position?.pressure ?? 0;
  const still = stage === "sink" || stage === "still";
  return html`${leadMap(view, still ? round(leading.pathOf(position?.step ?? null), ringOf(leading.plan?.atlas, step)) : null)}
    ${still ? html`<p class="visually-hidden">${view.say("hold-breathe")}</p>` : nothing}
    <section class="words hold">
      <p class="where">${opened(whereOf(leading.evening.say, step, leading.giverSideAt(position?.step ?? null)), leading.evening.locale)}</p>
      <p class="one-thing">${view.say(`hold-${stage}`)}</p>
      <pressure-bars class="bars" .value=${pressure} .word=${pressureWord(leading.evening.say, pressure)} label=${view.say("lead-pressure")}></pressure-bars>
    </section>
    ${pauseRegion(view)} ${topLine(view)}
    <section class="hold-ask">
      ${stage === "still" ? html`<p class="soft">${left(view)}</p>` : nothing}
      ${stage === "still" && view.halfHeld && !tooMuch(view) ? html`<p class="question">${view.say("hold-thirds")}</p>` : nothing} ${caption(view)}
    </section>
    ${stage === "sink" || (stage === "still" && tooMuch(view)) ? numbers(view, stage) : thirds(view, stage)}`;
}

/** Tells whether the last number said was too much, so that another is waited for. @param {LeadView} view */
function tooMuch(view) {
  return (view.leading.client.view?.hold?.number ?? 0) > CEILING;
}

/**
 * Gives the outline of the place a step works on; of two sides, the left.
 *
 * @param {Atlas | undefined} atlas
 * @param {RoutineStep | undefined} step
 * @returns {Point[]}
 */
function ringOf(atlas, step) {
  const place = step?.area ? atlas?.areas[step.area] : undefined;
  return (step?.side === "right" ? place?.right : place?.left) ?? [];
}

/**
 * Gives the part of the back round where the hand that holds keeps still, and the spot itself. Where no path is known
 * the middle of the place stands for the spot.
 *
 * @param {StrokePath | null} path
 * @param {Point[]} ring of the place
 */
function round(path, ring) {
  const firmest = (/** @type {HandPath | null | undefined} */ hand) => Math.max(0, ...(hand?.pressure ?? []));
  const { left, right } = path?.hands ?? {};
  const hand = firmest(left) > firmest(right) ? left : right;
  const [across, along] = hand ? [hand.x_mm, hand.y_mm] : [ring.map(([x]) => x), ring.map(([, y]) => y)];
  if (across.length === 0) return null;
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x_mm, y_mm] = [mean(across), mean(along)];
  return { frame: [x_mm - ROUND_MM, y_mm - ROUND_MM, x_mm + ROUND_MM, y_mm + ROUND_MM], spot: { x_mm, y_mm } };
}

/** @param {LeadView} view */
function left(view) {
  const { clock, view: shown } = view.leading.client;
  const ends_at_ms = shown?.hold?.stage_ends_at_ms;
  if (!ends_at_ms) return "";
  const seconds = Math.max(0, Math.round((ends_at_ms - clock.now()) / 1000 / 5) * 5);
  return seconds > 20 && seconds < 40 ? view.say("hold-half") : view.say("hold-left", { seconds });
}

/**
 * @param {LeadView} view
 * @param {HoldStage} stage
 */
function thirds(view, stage) {
  return html`<div class="quiet-row">${quiet(view, stage)}</div>
    <div class="panels thirds">
      ${THIRDS[stage].map((kind) => {
        const word = WORDS[kind] ?? `hold-${kind}`;
        return html`<button class="panel" data-kind=${kind} @click=${() => view.ask({ kind })}>
          <strong>${view.say(word)}</strong><span>${view.say(`${word}-how`)}</span>
        </button>`;
      })}
    </div>`;
}

/**
 * @param {LeadView} view
 * @param {HoldStage} stage
 */
function quiet(view, stage) {
  const words = QUIET[stage].map((kind) => html`<button class="word" data-kind=${kind} @click=${() => view.ask({ kind })}>${view.say(`hold-${kind}`)}</button>`);
  return [...words, html`<button class="word" data-kind="stop" @click=${() => view.ask({ kind: "stop" })}>${view.say("word-stop")}</button>`];
}

/**
 * One to ten, each with its word.
 *
 * @param {LeadView} view
 * @param {HoldStage} stage
 */
function numbers(view, stage) {
  return html`<div class="quiet-row">${quiet(view, stage)}</div>
    <div class="panels numbers" role="group" aria-label=${view.say("hold-number")}>
      ${Array.from({ length: 10 }, (_, index) => index + 1).map(
        (value) => html`<button class="panel" data-value=${value} @click=${() => view.ask({ kind: "rate", value })}>
          <strong>${value}</strong><span>${view.say(`pressure-${value}`)}</span>
        </button>`,
      )}
    </div>`;
}
