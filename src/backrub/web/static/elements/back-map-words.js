/**
 * The words of <back-map>: callouts beside marked places, a list under the back where one of them finds no room there, "head"
 * and "you", and the names buttons are read out by.
 */
import { toScreen } from "../lib/back-view.js";
import { leader, placeCallouts } from "../lib/callouts.js";
import { outlineRing } from "../lib/relief-height.js";
import { sizeOf } from "../lib/relief.js";
import { html, nothing, svg } from "../vendor/lit.js";

/** @typedef {import("./back-map.js").BackMap} BackMap */
/** @typedef {import("../lib/geometry.js").Point} Point */
/** @typedef {{id: string, title: string, detail: string, kind: "tense" | "plain" | "hint", rings: readonly (readonly Point[])[]}} Callout */

/** Words may stand where the upper arms have faded. */
const ARM_FROM_MM = 178;
const ARM_SHOWN_TO_MM = 236;
/** Below the elbow, what is that far out is a hip. */
const ELBOW_MM = 440;
/** Where "head" stands on the neck, and beside which level the giver kneels. */
const HEAD_MM = -140;
const HIP_MM = 430;
/** Beside which level it says on which side somebody lies. */
const CHEST_MM = 110;
const MARK_MARGIN_PX = 10;
/** What lies on the map's lower edge from side to side, such as a legend, carries the list. */
const BAND_SHARE = 0.6;
const LIST_GAP_PX = 6;

/** How a place is marked, in words; nothing where it is not. @param {BackMap} map @param {string} key */
export function stateWord(map, key) {
  if (map.wishes.avoid?.includes(key)) return map.labels.avoid ?? "left alone";
  const level = map.wishes.tense?.[key];
  const tense = level ? (map.labels.levels?.[level] ?? String(level)) : "";
  return [tense, map.wishes.tender?.includes(key) && (map.labels.tender ?? "tender spot")].filter(Boolean).join(", ");
}

/** @param {BackMap} map @param {string} area @param {"left" | "right" | "both"} side */
export function nameOf(map, area, side) {
  const plain = area.replaceAll("-", " ");
  return map.labels.areas?.[area]?.[side] ?? (side === "both" ? plain : `${plain}, ${side}`);
}

/** What is to be named beside the back; two sides at the same level are one. @param {BackMap} map @returns {Callout[]} */
function wantedCallouts(map) {
  if (!(map.callouts ?? map.mode === "choose")) return [];
  const areas = map.atlas?.areas ?? {};
  /** @type {Callout[]} */
  const wanted = [];
  for (const area of Object.keys(areas)) {
    const [left, right] = [stateWord(map, `${area}:left`), stateWord(map, `${area}:right`)];
    const sides = /** @type {("left" | "right")[]} */ (left && left === right ? ["left", "right"] : [left && "left", right && "right"].filter(Boolean));
    if (sides.length === 2 && left === right) wanted.push(callout(map, area, "both", left));
    else for (const side of sides) wanted.push(callout(map, area, side, side === "left" ? left : right));
  }
  const { marks = [] } = map.wishes;
  marks.forEach(({ x_mm, y_mm, radius_mm, kind }, index) => {
    const ring = /** @type {Point[]} */ ([[x_mm - radius_mm, y_mm], [x_mm + radius_mm, y_mm], [x_mm, y_mm + radius_mm]]);
    wanted.push({ id: `mark-${index}`, title: map.labels.avoid ?? "left alone", detail: map.labels.marks?.[kind] ?? kind, kind: "plain", rings: [ring] });
  });
  if (map.hovered && !stateWord(map, map.hovered)) {
    const [area = "", side] = map.hovered.split(":");
    wanted.push({ ...callout(map, area, side === "left" ? "left" : "right", ""), kind: "hint" });
  }
  return wanted;
}

/** @param {BackMap} map @param {string} area @param {"left" | "right" | "both"} side @param {string} state @returns {Callout} */
function callout(map, area, side, state) {
  const both = map.atlas?.areas?.[area];
  const rings = !both ? [] : side === "both" ? [both.left, both.right] : [both[side]];
  const avoided = map.wishes.avoid?.includes(`${area}:${side === "both" ? "left" : side}`);
  return { id: `${area}-${side}`, title: state, detail: nameOf(map, area, side), kind: avoided ? "plain" : "tense", rings };
}

/** @param {BackMap} map */
export function calloutWords(map) {
  const wanted = wantedCallouts(map);
  const lines = map.placed.filter((one) => wanted.some((other) => other.id === one.id));
  return [
    html`<svg class="layer" aria-hidden="true">
      ${lines.map((one) => svg`<path class="leader ${wanted.find((other) => other.id === one.id)?.kind ?? ""}" d=${leader(one)}></path>`)}
    </svg>`,
    wanted.map((one) => {
      const at = map.placed.find((other) => other.id === one.id);
      return html`<div class="callout ${one.kind} ${at ? "" : "measuring"} ${at?.atLeft ? "at-left" : ""}" data-callout=${one.id} aria-hidden="true">
        ${one.title ? html`<b>${one.title}</b>` : nothing}<span>${one.detail}</span>
      </div>`;
    }),
    listWords(map, wanted.filter(({ kind }) => kind !== "hint")),
  ];
}

/** Everything that is marked, in a few lines: each state once, then its places. @param {BackMap} map @param {Callout[]} wanted */
function listWords(map, wanted) {
  /** @type {Map<string, Callout[]>} */
  const groups = new Map();
  for (const one of wanted) groups.set(one.title, [...(groups.get(one.title) ?? []), one]);
  return html`<ul class="list ${map.listed ? "" : "measuring"}" aria-hidden="true">
    ${[...groups].map(([title, some]) => html`<li><b>${title}</b> ${some.map(({ id, detail }) => html`<span data-listed=${id}>${detail}</span>`)}</li>`)}
  </ul>`;
}

/** On which side they lie: the one that is down. @param {BackMap} map */
function lyingWord({ lie, labels }) {
  return lie.upper ? labels.lying?.[lie.upper === "right" ? "left" : "right"] : undefined;
}

/** "head" and "you", and how somebody on their side lies: readable from where one kneels, and across a room. @param {BackMap} map */
export function markWords(map) {
  if (map.mode !== "lead") return nothing;
  return [
    map.labels.head ? html`<span class="mark-word" data-mark-word="head">${map.labels.head}</span>` : nothing,
    lyingWord(map) ? html`<span class="mark-word lying" data-mark-word="lying">${lyingWord(map)}</span>` : nothing,
    map.you && map.labels.you
      ? html`<span class="mark-word you" data-mark-word="you"
          ><svg viewBox="0 0 34 10" aria-hidden="true"><path d="M2 10C2 -1 15 -1 15 10M19 10C19 -1 32 -1 32 10"></path></svg>${map.labels.you}</span
        >`
      : nothing,
  ];
}

/** Measure the words, find them room: all beside the back, or all in the list. @param {BackMap} map */
export function layOutCallouts(map) {
  const wanted = wantedCallouts(map);
  const words = /** @type {HTMLElement[]} */ ([...map.renderRoot.querySelectorAll(".callout")]);
  if (!map.listed) map.clear = keptClear(map);
  const reserved = [...map.reserved, ...map.clear];
  const whole = map.view;
  const measured = (hintsOnly = false) =>
    wanted.flatMap(({ id, kind, rings }, index) => {
      if (hintsOnly && kind !== "hint") return [];
      const { offsetWidth: width = 0, offsetHeight: height = 0 } = words[index] ?? {};
      return [{ id, width, height, late: kind === "hint", anchors: rings.flat().map((point) => toScreen(whole, point)) }];
    });
  let placed = map.room.width ? placeCallouts(measured(), bodyOn(map, whole), map.room, reserved) : [];
  const missing = map.room.width > 0 && wanted.some(({ id, kind }) => kind !== "hint" && !placed.some((one) => one.id === id));
  if (missing) placed = placeCallouts(measured(true), bodyOn(map, whole), map.room, reserved);
  growBy(map, missing ? putList(map, reserved) : 0);
  if (JSON.stringify(placed) !== JSON.stringify(map.placed)) map.placed = placed;
  for (const element of words) {
    const at = placed.find((one) => one.id === element.dataset["callout"]);
    element.style.transform = at ? `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)` : "";
  }
}

/** Puts the list under the back, above whatever lies along the lower edge; says how high it is.
 * @param {BackMap} map @param {import("../lib/callouts.js").Rect[]} reserved */
function putList(map, reserved) {
  const list = /** @type {HTMLElement} */ (map.renderRoot.querySelector(".list"));
  const floor = Math.min(map.room.height, ...reserved.filter((one) => isBand(map, one)).map(({ y }) => y));
  list.style.transform = `translate(0, ${(floor + LIST_GAP_PX).toFixed(1)}px)`;
  return list.offsetHeight + LIST_GAP_PX;
}

/** The map grows by its list, so that the back stays as large as it was under the finger. @param {BackMap} map @param {number} px */
export function growBy(map, px) {
  if (px === map.listed) return;
  map.listed = px;
  map.style.boxSizing = px ? "content-box" : "";
  map.style.paddingBlockEnd = px ? `${px}px` : "";
}

/** Something along the lower edge, from side to side. @param {BackMap} map @param {import("../lib/callouts.js").Rect} rect */
const isBand = ({ room }, { y, width }) => width > room.width * BAND_SHARE && y > room.height / 2;

/** What the page lays over the map, where words must not come; measured while the map has its own size.
 * @param {BackMap} map @returns {import("../lib/callouts.js").Rect[]} */
function keptClear(map) {
  if (!map.keepclear) return [];
  const own = map.getBoundingClientRect();
  const around = /** @type {Document | ShadowRoot} */ (map.getRootNode());
  return [...around.querySelectorAll(map.keepclear)].flatMap((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const over = Math.min(width, height) > 2 && left < own.right && right > own.left && top < own.bottom && bottom > own.top;
    return over ? [{ x: left - own.left, y: top - own.top, width, height }] : [];
  });
}

/** The back's edge on screen; its arms only as far as they are seen. @param {BackMap} map @param {import("../lib/back-view.js").View} view */
function bodyOn(map, view) {
  return outlineRing(sizeOf(map.atlas))
    .filter((_, index) => index % 3 === 0)
    .map(([x, y]) => toScreen(view, [x, Math.abs(x) > ARM_FROM_MM && y < ELBOW_MM ? Math.min(y, ARM_SHOWN_TO_MM) : y]));
}

/** "head" lies on the head, "you" at the lower edge; where both want one place, the head makes room. @param {BackMap} map */
export function layOutMarkWords(map) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (map.renderRoot.querySelector(`[data-mark-word=${name}]`));
  const lying = map.seen === "left" || map.seen === "right";
  const { width, height } = map.room;
  const you = find("you");
  const lowest = height - MARK_MARGIN_PX - (you?.offsetHeight ?? 0);
  if (you) {
    const middle = lying ? toScreen(map.view, [0, HIP_MM])[0] : width / 2;
    moveTo(you, within(middle - you.offsetWidth / 2, width - you.offsetWidth), lowest);
  }
  layOutLying(map, find("lying"), you);
  const head = find("head");
  if (!head) return;
  const [x, y] = toScreen(map.view, [0, HEAD_MM]);
  const floor = you && map.seen === "down" ? lowest : height;
  moveTo(head, within(x - head.offsetWidth / 2, width - head.offsetWidth), within(y - head.offsetHeight / 2, floor - head.offsetHeight));
}

/** On the mat, beside the chest or else at the head's end; above "you" where there is no room beside it.
 * @param {BackMap} map @param {HTMLElement | null} word @param {HTMLElement | null} you */
function layOutLying(map, word, you) {
  if (!word) return;
  const { width, height } = map.room;
  const [low, hips, chest] = [height - MARK_MARGIN_PX - word.offsetHeight, toScreen(map.view, [0, HIP_MM])[0], toScreen(map.view, [0, CHEST_MM])[0]];
  const most = width - word.offsetWidth;
  const yours = you ? within(hips - you.offsetWidth / 2, width - you.offsetWidth) : width;
  const isFree = (/** @type {number} */ x) => !you || x + word.offsetWidth + MARK_MARGIN_PX < yours || yours + you.offsetWidth + MARK_MARGIN_PX < x;
  const [beside, end] = [within(chest - word.offsetWidth / 2, most), within(chest < hips ? 0 : most, most)];
  if (isFree(beside) || isFree(end)) moveTo(word, isFree(beside) ? beside : end, low);
  else moveTo(word, beside, low - (you?.offsetHeight ?? 0) - MARK_MARGIN_PX / 2);
}

/** @param {number} value @param {number} most */
const within = (value, most) => Math.min(Math.max(value, MARK_MARGIN_PX), Math.max(MARK_MARGIN_PX, most - MARK_MARGIN_PX));

/** @param {HTMLElement} element @param {number} x @param {number} y */
function moveTo(element, x, y) {
  element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}
