/**
 * Fingers, mouse and keys on <back-map>: a tap, a press and hold, a mark, walking the places with the arrows.
 */
import { neighbour, placeAt } from "../lib/places.js";
import { toBack } from "../lib/back-view.js";

/** @typedef {import("./back-map.js").BackMap} BackMap */
/** @typedef {import("../lib/places.js").Place} Place */

const HOLD_MS = 500;
const SLIP_PX = 12;
const REACH_PX = 20;
const HOLD_KEYS = new Set(["Delete", "Backspace", "ContextMenu"]);

export class Chooser {
  /** @param {BackMap} map */
  constructor(map) {
    this.map = map;
    /** @type {{x: number, y: number, place: Place | undefined, timer: number} | undefined} */
    this.press = undefined;
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (this.map.mode !== "choose" || event.button > 0) return;
    const place = this.placeUnder(event);
    const timer = window.setTimeout(() => this.held(place), HOLD_MS);
    this.press = { x: event.clientX, y: event.clientY, place, timer };
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (this.map.mode !== "choose") return;
    if (this.press && Math.hypot(event.clientX - this.press.x, event.clientY - this.press.y) > SLIP_PX) this.cancel();
    if (event.pointerType === "mouse") this.map.pointAt(this.placeUnder(event));
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { press } = this;
    if (!press) return;
    this.cancel();
    if (this.map.marking) {
      const [x_mm, y_mm] = this.inBack(event);
      this.map.tell("spot-mark", { x_mm: Math.round(x_mm), y_mm: Math.round(y_mm) });
    } else if (press.place) {
      this.map.tell("area-tap", { area: press.place.area, side: press.place.side });
    }
  }

  leave() {
    this.cancel();
    this.map.pointAt(undefined);
  }

  cancel() {
    window.clearTimeout(this.press?.timer);
    this.press = undefined;
  }

  /** @param {MouseEvent} event */
  menu(event) {
    if (this.map.mode !== "choose") return;
    event.preventDefault();
    if (this.press || event.button === 2) this.held(this.placeUnder(event));
  }

  /** @param {Place | undefined} place */
  held(place) {
    this.cancel();
    if (place) this.map.tell("area-hold", { area: place.area, side: place.side });
  }

  /** @param {KeyboardEvent} event @param {number} index */
  key(event, index) {
    const place = this.map.places[index];
    if (!place) return;
    const detail = { area: place.area, side: place.side };
    const hold = HOLD_KEYS.has(event.key) || (event.shiftKey && event.key === "Enter");
    const to = neighbour(this.map.places, index, event.key);
    if (hold) this.map.tell("area-hold", detail);
    else if (event.key === "Enter" || event.key === " ") this.map.tell("area-tap", detail);
    else if (to !== index && to >= 0) this.map.focusPlace(to);
    else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event @returns {import("../lib/geometry.js").Point} */
  inBack(event) {
    const box = this.map.getBoundingClientRect();
    return toBack(this.map.view, [event.clientX - box.left, event.clientY - box.top]);
  }

  /** @param {MouseEvent} event */
  placeUnder(event) {
    return placeAt(this.map.places, this.inBack(event), REACH_PX / this.map.view.scale);
  }
}
