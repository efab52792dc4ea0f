/**
 * A developer's page that shows every drawn part with sample data: gallery.html, or one scene of it by name
 * (gallery.html#choose, #plan, #lead, #hold, #after, #strokes, #hands, #areas, #facings, #parts). `window.galleryReady` settles when all is lit.
 */
import { BackMap } from "./elements/back-map.js";
import "./elements/breath-ring.js";
import { ICON_NAMES, icon, levelIcon } from "./elements/icons.js";
import "./elements/plan-ribbon.js";
import "./elements/pressure-bars.js";
import { PulseRing } from "./elements/pulse-ring.js";
import { LABELS, PHASES, STEPS, WISHES, longStroke, stillHand } from "./gallery-data.js";
import { POSES } from "./lib/hands-figures.js";
import { html, render } from "./vendor/lit.js";

/** @type {(value?: unknown) => void} */
let ready = () => {};
Object.assign(window, { galleryReady: new Promise((done) => (ready = done)) });

const atlas = await (await fetch(new URL("./gallery-atlas.json", import.meta.url))).json();
/** @type {Record<string, import("./lib/stroke-play.js").StrokePath & {area: string, side: string}>} */
const paths = await (await fetch(new URL("./gallery-paths.json", import.meta.url))).json();
const stroke = paths["long strokes"] ?? longStroke("palms");
const PLAYHEAD_S = Number(new URLSearchParams(location.search).get("at") ?? 2.35);

/** A whole intake, for looking only. @type {{tense: Record<string, number>, avoid: string[], marks: object[]}} */
let wishes = structuredClone(WISHES);
let chosenStep = 3;

/** @param {CustomEvent<{area: string, side: string}>} event */
function tapped({ detail }) {
  const key = `${detail.area}:${detail.side}`;
  const level = ((wishes.tense[key] ?? 0) + 1) % 4;
  const { [key]: _, ...others } = wishes.tense;
  wishes = { ...wishes, avoid: wishes.avoid.filter((one) => one !== key), tense: level ? { ...others, [key]: level } : others };
  show();
}

/** @param {CustomEvent<{area: string, side: string}>} event */
function held({ detail }) {
  const key = `${detail.area}:${detail.side}`;
  const { [key]: _, ...others } = wishes.tense;
  const avoided = wishes.avoid.includes(key);
  wishes = { ...wishes, tense: others, avoid: avoided ? wishes.avoid.filter((one) => one !== key) : [...wishes.avoid, key] };
  show();
}

/** @param {string} name @param {string[]} options @param {number} chosen @param {string[]} [icons] */
const choice = (name, options, chosen, icons) => html`<fieldset class="segmented">
  <legend class="visually-hidden">${name}</legend>
  ${options.map((option, index) => html`<label><input type="radio" name=${name} ?checked=${index === chosen} />${icons ? icon(icons[index] ?? "") : ""}<span>${option}</span></label>`)}
</fieldset>`;

const SCENES = {
  choose: () => html`<section class="scene intake" data-theme="day">
    <header><h1>Tonight</h1><p class="soft">Say how long and where. The rest is led by ear.</p></header>
    <div class="time"><span class="numeral">20</span> <span class="soft">minutes</span><input class="slider" type="range" min="3" max="90" value="20" aria-label="minutes" /></div>
    <back-map mode="choose" .atlas=${atlas} .wishes=${wishes} .labels=${LABELS} @area-tap=${tapped} @area-hold=${held}></back-map>
    <ul class="legend" role="list">
      ${/** @type {const} */ ([1, 2, 3, "avoid"]).map((level) => html`<li class=${level === "avoid" ? "alone" : ""}>${levelIcon(level)} ${level === "avoid" ? "leave alone" : LABELS.levels[level]}</li>`)}
    </ul>
    <div class="choices">
      ${choice("glide", ["With oil", "Dry skin", "Through a shirt"], 0)}
      ${choice("surface", ["Mat", "Table", "Bed", "Chair"], 0, ["mat", "table", "bed", "chair"])}
      <button class="button main" type="button">Begin</button>
    </div>
  </section>`,
  plan: () => html`<section class="scene plan" data-theme="day">
    <header><h1>Twenty minutes</h1><p class="soft">both shoulders, the right one longest; a calm low back</p></header>
    <plan-ribbon .steps=${STEPS} .selected=${chosenStep} .labels=${{ list: "Steps", phases: PHASES }} @step-select=${stepChosen}>
      <div slot="detail" class="card"><strong>Why longer on the right?</strong> You said “very”. It gets two minutes for the left’s one.</div>
    </plan-ribbon>
    <div class="card beside"><back-map .atlas=${atlas} .wishes=${{ tense: { "shoulders:left": 1, "shoulders:right": 3 } }} .callouts=${false}></back-map><div><h2>Kneading</h2><p class="soft">shoulders · whole hand</p></div></div>
  </section>`,
  lead: () => html`<section class="scene lead" data-theme="candle">
    <back-map mode="lead" theme="candle" facing="left" you .atlas=${atlas} .labels=${LABELS} .path=${stroke} .current=${{ area: "gutters-upper", side: "both" }}></back-map>
    <div class="words">
      <p class="where">Low back to shoulders</p>
      <h1 class="one-thing">Long strokes</h1>
      <p class="how">Up beside the spine, lightly home.</p>
      <div class="row"><pulse-ring .remaining_s=${140} .total_s=${210} .phase=${0.34} .lean=${0.58}></pulse-ring><pressure-bars .value=${3} word="gentle" label="pressure"></pressure-bars></div>
    </div>
    <div class="panels"><button class="panel" type="button"><strong>stay</strong><span>half a minute more</span></button><button class="panel" type="button"><strong>next</strong><span>kneading, near shoulder</span></button></div>
  </section>`,
  hold: () => html`<section class="scene hold" data-theme="candle">
    <header><p class="where">Far side, between blade and spine</p><h1 class="one-thing">Keep still</h1><pressure-bars .value=${6} word="strong"></pressure-bars></header>
    <div class="stage">
      <back-map mode="lead" theme="candle" facing="left" fit="cover" soft .breath=${0.8} .frame=${[-113, -10, 207, 310]} .atlas=${atlas} .path=${stillHand("knuckles", 47, 150, -38, 6)} .current=${{ area: "between-blades", side: "right", spot: { x_mm: 47, y_mm: 150 } }}></back-map>
    </div>
    <h2 class="one-thing">easing, the same, or worse?</h2>
    <div class="panels">${["easing", "the same", "worse"].map((word) => html`<button class="panel" type="button"><strong>${word}</strong></button>`)}</div>
  </section>`,
  after: () => html`<section class="scene after" data-theme="candle">
    <back-map theme="candle" zones="spine" .atlas=${atlas} .covered=${[{ area: "gutters", side: "both" }, { area: "shoulders", side: "right", strength: 0.95 }, { area: "shoulders", side: "left", strength: 0.5 }, { area: "gutters-upper", side: "both", strength: 0.6 }, { area: "gutters-lower", side: "both", strength: 0.6 }, { area: "between-blades", side: "right", strength: 0.5 }]} .wishes=${{ marks: WISHES.marks }} .callouts=${false}></back-map>
    <h2>Stay as long as you like.</h2>
  </section>`,
  hands: () => html`<section class="scene hands">
    ${["day", "candle"].map((theme) => html`<div class="plate" data-theme=${theme}>${Object.keys(POSES).map((contact) => html`<figure><back-map mode="lead" theme=${theme} .frame=${contact === "forearms" ? [-130, -250, 130, 170] : [-105, -235, 105, 75]} .path=${bothHands(contact)}></back-map><figcaption>${contact}</figcaption></figure>`)}</div>`)}
  </section>`,
  strokes: () => html`<section class="scene four"><div class="plate" data-theme="candle">
    ${Object.entries(paths).map(([name, path]) => html`<figure><back-map mode="lead" theme="candle" facing="left" .atlas=${atlas} .path=${path} .current=${{ area: path.area, side: path.side }}></back-map><figcaption>${name}</figcaption></figure>`)}
  </div></section>`,
  areas: () => html`<section class="scene two">
    ${["day", "candle"].map((theme) => html`<div class="plate" data-theme=${theme}><back-map mode="choose" theme=${theme} .atlas=${atlas} .labels=${LABELS}></back-map></div>`)}
  </section>`,
  facings: () => html`<section class="scene four">
    ${["day", "candle"].map((theme) => html`<div class="plate" data-theme=${theme}>${["up", "left", "right", "down"].map((facing) => html`<back-map mode="lead" you theme=${theme} facing=${facing} .atlas=${atlas} .labels=${LABELS} .path=${stroke}></back-map>`)}</div>`)}
  </section>`,
  parts: () => html`<section class="scene parts" data-theme="day">
    <breath-ring .phase=${0.8} label="breath"></breath-ring>
    <p>${ICON_NAMES.map((name) => html`<span class="one-icon">${icon(name)}<small>${name}</small></span>`)}</p>
    <p>${[0, 1, 2, 3, 4, 5, 6, 7].map((value) => html`<pressure-bars .value=${value} word=${String(value)}></pressure-bars> `)}</p>
    <p><button class="button" type="button">plain</button> <button class="button" type="button" aria-pressed="true">chosen</button> <button class="button pill" type="button">shorter</button> <button class="button quiet" type="button">quiet</button></p>
    <div class="card"><ul class="rows" role="list">${["towel", "cushion", "oil", "ring", "room", "head"].map((name) => html`<li>${icon(name)} ${name}</li>`)}</ul></div>
  </section>`,
};

/** @param {CustomEvent<{index: number}>} event */
function stepChosen({ detail }) {
  chosenStep = detail.index;
  show();
}

/** Two hands of one kind, beside each other. @param {string} contact */
function bothHands(contact) {
  const still = (/** @type {number} */ x_mm) => {
    const { right } = stillHand(contact, x_mm, contact === "forearms" ? -40 : -60, 0, 5).hands;
    return { ...right, x_mm: [x_mm, x_mm] };
  };
  return { cycle_s: 1, hands: { left: still(-55), right: still(55) } };
}

function show() {
  const name = /** @type {keyof typeof SCENES} */ (location.hash.slice(1));
  const scenes = name in SCENES ? [SCENES[name]] : Object.values(SCENES);
  document.documentElement.dataset["theme"] = ["lead", "hold", "after", "strokes"].includes(name) ? "candle" : "day";
  if (name === "lead" && innerWidth > innerHeight) document.documentElement.dataset["room"] = "far";
  render(scenes.map((scene) => scene()), /** @type {HTMLElement} */ (document.querySelector("main")));
}

/** Moves what moves, as a session would. @param {DOMHighResTimeStamp} now */
function play(now) {
  const at_s = location.search.includes("play") ? now / 1000 : PLAYHEAD_S;
  for (const map of document.querySelectorAll("back-map")) if (map instanceof BackMap && map.mode === "lead" && map.path) map.playhead_s = at_s;
  for (const ring of document.querySelectorAll("pulse-ring")) if (ring instanceof PulseRing) ring.phase = at_s / stroke.cycle_s;
  requestAnimationFrame(play);
}

async function lit() {
  const reliefs = [...document.querySelectorAll("back-map")].map((map) => map.shadowRoot?.querySelector("back-relief"));
  const dark = () => reliefs.some((relief) => relief?.checkVisibility() && !relief.shadowRoot?.querySelector("canvas.lit"));
  while (dark()) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  await new Promise((done) => setTimeout(done, 500));
}

show();
addEventListener("hashchange", show);
requestAnimationFrame(play);
requestAnimationFrame(() => requestAnimationFrame(() => ready(lit())));
