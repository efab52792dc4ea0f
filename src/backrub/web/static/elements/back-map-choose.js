/**
 * Fingers, mouse and keys on <back-map>: a tap, a stroke over several places, a press and hold, a spot of their own, walking
 * the places with the arrows.
 */
import { toBack } from "../lib/back-view.js";
import { innermost } from "../lib/geometry.js";
import { neighbour, placeAt } from "../lib/places.js";
import { TAP_MM, drawnBetween, spotAt, tellSpot } from "./back-map-spots.js";

/** @typedef {import("./back-map.js").BackMap} BackMap */
/** @typedef {import("../lib/places.js").Place} Place */
/** @typedef {{x: number, y: number, place: Place | undefined, timer: number, told: Set<Place> | null, slipped: boolean}} Press told: the places a stroke went over */

const HOLD_MS = 500;
const SLIP_PX = 12;
const REACH_PX = 20;
const HOLD_KEYS = new Set(["Delete", "Backspace", "ContextMenu"]);

export class Chooser {
  /** @param {BackMap} map */
  constructor(map) {
    this.map = map;
    /** @type {Press | undefined} */
    this.press = undefined;
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (this.map.mode !== "choose" || event.button > 0 || !event.isPrimary) return;
    const place = this.map.marking ? undefined : this.placeUnder(event);
    const timer = window.setTimeout(() => this.held(place), HOLD_MS);
    this.press = { x: event.clientX, y: event.clientY, place, timer, told: null, slipped: false };
    if (this.map.marking) this.map.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (this.map.mode !== "choose") return;
    const { press } = this;
    if (press) {
      const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
      if (!press.slipped && Math.hypot(dx, dy) > SLIP_PX) this.slip(press, event, Math.abs(dx) > Math.abs(dy));
      if (press.slipped && this.map.marking) this.map.drawing = drawnBetween(this.inBack({ clientX: press.x, clientY: press.y }), this.inBack(event));
      else if (press.told) this.passOver(press.told, this.placeUnder(event));
    }
    if (event.pointerType === "mouse") this.map.pointAt(this.map.marking ? undefined : this.placeUnder(event));
  }

  /** A finger that moves on no longer holds. One that moves across the page goes over places; one that moves down scrolls.
   * @param {Press} press @param {PointerEvent} event @param {boolean} sideways */
  slip(press, event, sideways) {
    window.clearTimeout(press.timer);
    press.slipped = true;
    if (this.map.marking || (event.pointerType === "touch" && !sideways)) return;
    press.told = new Set();
    this.passOver(press.told, press.place);
  }

  /** @param {Set<Place>} told @param {Place | undefined} place */
  passOver(told, place) {
    if (!place || told.has(place)) return;
    told.add(place);
    this.choose(place);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { press } = this;
    if (!press) return;
    const { drawing } = this.map;
    this.cancel();
    if (this.map.marking) this.mark(drawing, event);
    else if (press.place && !press.slipped) this.choose(press.place);
  }

  /** @param {import("./back-map-spots.js").Drawn | null} drawing @param {PointerEvent} event */
  mark(drawing, event) {
    const point = this.inBack(event);
    const there = drawing ? -1 : spotAt(this.map, point, REACH_PX / this.map.view.scale);
    if (there >= 0) this.map.tell("spot-remove", { index: there });
    else tellSpot(this.map, drawing ?? { x_mm: Math.round(point[0]), y_mm: Math.round(point[1]), radius_mm: TAP_MM });
  }

  leave() {
    if (!this.map.marking) this.cancel();
    this.map.pointAt(undefined);
  }

  cancel() {
    window.clearTimeout(this.press?.timer);
    this.press = undefined;
    this.map.drawing = null;
  }

  /** @param {MouseEvent} event */
  menu(event) {
    if (this.map.mode !== "choose") return;
    event.preventDefault();
    if (this.press || event.button === 2) this.held(this.placeUnder(event));
  }

  /** @param {Place | undefined} place */
  held(place) {
    if (this.map.marking) return;
    this.cancel();
    if (place) this.map.tell("area-hold", { area: place.area, side: place.side });
  }

  /** A place was meant: its tightness, or a spot in its middle. @param {Place} place */
  choose(place) {
    if (!this.map.marking) return this.map.tell("area-tap", { area: place.area, side: place.side });
    const { x, y } = innermost(place.ring);
    tellSpot(this.map, { x_mm: Math.round(x), y_mm: Math.round(y), radius_mm: TAP_MM });
  }

  /** @param {KeyboardEvent} event @param {number} index */
  key(event, index) {
    const place = this.map.places[index];
    if (!place) return;
    const hold = HOLD_KEYS.has(event.key) || (event.shiftKey && event.key === "Enter");
    const to = neighbour(this.map.places, index, event.key);
    if (hold) this.map.tell("area-hold", { area: place.area, side: place.side });
    else if (event.key === "Enter" || event.key === " ") this.choose(place);
    else if (to !== index && to >= 0) this.map.focusPlace(to);
    else return;
    event.preventDefault();
  }

  /** @param {{clientX: number, clientY: number}} event @returns {import("../lib/geometry.js").Point} */
  inBack(event) {
    const box = this.map.getBoundingClientRect();
    return toBack(this.map.view, [event.clientX - box.left, event.clientY - box.top]);
  }

  /** @param {MouseEvent} event */
  placeUnder(event) {
    return placeAt(this.map.places, this.inBack(event), REACH_PX / this.map.view.scale);
  }
}
