/**
 * <pulse-ring>: time left as an inner ring and a number, the stroke's own pulse as a comet round the outside.
 *
 * Attributes and properties
 *   remaining_s, total_s   what the inner ring shows
 *   phase                  0 to 1 through one stroke; set it every frame, it draws without a render
 *   lean                   0 to 1, how much of the stroke is the leaning part (default 0.6): the comet is thick there
 *   paused                 the comet rests
 *   label                  for a screen reader; the number itself is a timer that is read only when asked for
 * Under reduced motion the comet moves in eighths. Its size is the width of its box; the number follows --size-time.
 */
import { clamp } from "../lib/geometry.js";
import { prefersLessMotion } from "../lib/theme.js";
import { LitElement, css, html, svg } from "../vendor/lit.js";

const OUTER = 46;
const INNER = 38;
const TAIL = 0.3;
const PIECES = 16;

/** @param {number} turn 0 to 1, clockwise from the top @param {number} radius @returns {[number, number]} */
function onRing(turn, radius) {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
}

/** A piece of a ring as path data. @param {number} from @param {number} to @param {number} radius */
function arc(from, to, radius) {
  const [a, b] = [onRing(from, radius), onRing(to, radius)];
  const point = (/** @type {[number, number]} */ p) => `${p[0].toFixed(2)} ${p[1].toFixed(2)}`;
  return `M${point(a)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(b)}`;
}

/** Minutes and seconds, as a clock has them. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export class PulseRing extends LitElement {
  static properties = {
    remaining_s: { type: Number },
    total_s: { type: Number },
    lean: { type: Number },
    paused: { type: Boolean, reflect: true },
    label: { type: String },
  };

  static styles = css`
    :host {
      display: grid;
      inline-size: 11.5rem;
      aspect-ratio: 1;
      place-items: center;
      color: var(--bright);
    }
    svg,
    span {
      grid-area: 1 / 1;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
      fill: none;
      stroke-linecap: round;
    }
    .track {
      stroke: var(--line);
      stroke-width: calc(var(--stroke-ring) * 0.55);
    }
    .thread {
      stroke: var(--line);
      stroke-width: 0.7;
    }
    .left {
      stroke: var(--soft);
      stroke-width: 1.5;
    }
    .tail {
      stroke: var(--ember);
      stroke-linecap: butt;
    }
    .halo {
      fill: var(--ember);
      fill-opacity: 0.22;
    }
    .head {
      fill: var(--bright);
    }
    :host([paused]) .comet {
      opacity: 0.35;
    }
    span {
      font: var(--thin) var(--size-time) / 1 var(--sans);
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.02em;
    }
    @media (forced-colors: active) {
      .left,
      .tail {
        stroke: Highlight;
      }
      .head {
        fill: Highlight;
      }
    }
  `;

  constructor() {
    super();
    this.remaining_s = 0;
    this.total_s = 0;
    this.lean = 0.6;
    this.paused = false;
    this.label = "";
    this.turn = 0;
  }

  get phase() {
    return this.turn;
  }

  set phase(value) {
    const whole = value - Math.floor(value);
    const turn = prefersLessMotion() ? Math.floor(whole * 8) / 8 : whole;
    if (turn === this.turn) return;
    this.turn = turn;
    this.moveComet();
  }

  render() {
    const left = this.total_s > 0 ? clamp(this.remaining_s / this.total_s, 0, 0.9999) : 0;
    return html`<svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="track" cx="50" cy="50" r=${OUTER}></circle>
        <circle class="thread" cx="50" cy="50" r=${INNER}></circle>
        ${left > 0 ? svg`<path class="left" d=${arc(0, left, INNER)}></path>` : ""}
        <g class="comet">
          ${Array.from({ length: PIECES }, () => svg`<path class="tail"></path>`)}
          <circle class="halo" r="7"></circle>
          <circle class="head" r="3.4"></circle>
        </g>
      </svg>
      <span role="timer" aria-live="off" aria-label="${this.label} ${clock(this.remaining_s)}">${clock(this.remaining_s)}</span>`;
  }

  updated() {
    this.moveComet();
  }

  /** Thick while leaning, thin on the way home. */
  moveComet() {
    if (!this.hasUpdated) return;
    this.renderRoot.querySelectorAll(".tail").forEach((piece, index) => {
      const [from, to] = [this.turn - TAIL * (1 - index / PIECES), this.turn - TAIL * (1 - (index + 1) / PIECES)];
      const leaning = ((to % 1) + 1) % 1 < this.lean;
      piece.setAttribute("d", arc(from, to + 0.002, OUTER));
      piece.setAttribute("stroke-width", String((leaning ? 3.4 : 1.5) * (0.5 + (0.5 * index) / PIECES)));
      piece.setAttribute("stroke-opacity", String(((index + 1) / PIECES) ** 1.6));
    });
    const [x, y] = onRing(this.turn, OUTER);
    this.renderRoot.querySelectorAll(".halo, .head").forEach((disc) => disc.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`));
  }
}

customElements.define("pulse-ring", PulseRing);
