/** How <back-map> looks: everything that lies on the clay, by line and pattern before colour. */
import { css } from "../vendor/lit.js";

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-block-size: 6rem;
    overflow: hidden;
    contain: strict;
    container-type: size;
    direction: ltr;
    color: var(--ink);
    font: 400 var(--size-body) / 1.25 var(--sans);
    -webkit-user-select: none;
    user-select: none;
  }
  :host([soft]) {
    mask-image: radial-gradient(closest-side, #000 58%, transparent 100%);
  }
  :host([hidden]) {
    display: none;
  }
  .layer {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .body,
  .trace {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
    transform-origin: 0 0;
  }
  /* Where the body runs on past a map that ends in the middle of the page, it melts into the ground. */
  .clay {
    --melt-left: 0px;
    --melt-right: 0px;
    mask-image: linear-gradient(to right, transparent, #000 var(--melt-left), #000 calc(100% - var(--melt-right)), transparent);
  }
  .turning .body,
  .turning .trace,
  .turning .frame {
    transition: transform var(--turn, 1200ms) var(--ease, ease);
  }
  .frame {
    transform-origin: 0 0;
    transform-box: view-box;
  }
  .trace {
    mix-blend-mode: multiply;
  }
  .evening .trace,
  .candle .trace {
    mix-blend-mode: screen;
  }
  .live {
    transition: opacity var(--fade, 300ms);
  }
  .turning .live,
  .turning .words {
    opacity: 0;
  }

  :where(path:not([fill]), circle:not([fill])) {
    fill: none;
  }
  path,
  circle {
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .hatch-line {
    stroke: var(--bone);
    stroke-width: 0.9;
    vector-effect: none;
  }
  .zone-dot {
    fill: var(--bone);
    stroke: none;
  }
  .spine {
    stroke: var(--bone);
    stroke-width: 0.8px;
    stroke-opacity: 0.55;
  }
  .never {
    opacity: 0.5;
  }

  .tense {
    stroke: var(--accent);
    stroke-width: 2.2px;
  }
  .tense-fill {
    fill: color-mix(in oklab, var(--accent) 26%, transparent);
    stroke: none;
  }
  .tense-inner {
    stroke: var(--accent);
    stroke-width: 1.5px;
    stroke-opacity: 0.9;
  }
  .wave-line {
    stroke: var(--accent);
    stroke-width: 1.1;
    stroke-opacity: 0.55;
    vector-effect: none;
  }
  .alone {
    fill: color-mix(in oklab, var(--ground) 72%, transparent);
    stroke: var(--ink);
    stroke-width: 2px;
  }
  .alone-dot {
    fill: var(--ink);
    stroke: none;
  }
  .tender-ring {
    fill: var(--raised);
    fill-opacity: 0.85;
    stroke: var(--accent-deep);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .tender-dot {
    fill: var(--accent-deep);
    stroke: none;
  }
  .alone-line {
    stroke: var(--ink);
    stroke-width: 1.15;
    vector-effect: none;
  }
  .candle .alone {
    stroke: var(--soft);
  }

  .cloth {
    fill: color-mix(in oklab, var(--raised) 30%, transparent);
    stroke: none;
  }
  .candle .cloth {
    fill: oklch(0.42 0.05 56 / 0.16);
  }
  .weave {
    stroke: none;
    fill-opacity: 0.5;
  }
  .candle .weave {
    fill-opacity: 0.62;
  }
  .thread {
    stroke: var(--soft);
    stroke-width: 0.8;
    vector-effect: none;
  }
  .hem,
  .stitch {
    stroke: var(--soft);
    stroke-width: 1.8px;
    stroke-opacity: 0.75;
  }
  .stitch {
    stroke-width: 1.3px;
    stroke-dasharray: 4 4;
  }

  .dusk {
    stop-color: var(--ground);
    stop-opacity: 0.5;
  }
  .day .dusk {
    stop-color: var(--soft);
    stop-opacity: 0.24;
  }
  .dusk-none {
    stop-color: var(--ground);
    stop-opacity: 0;
  }
  .mat {
    fill: var(--ground);
    stroke: none;
  }
  .mat-edge {
    stroke: var(--soft);
    stroke-width: 2px;
    stroke-opacity: 0.8;
  }
  .veil {
    fill: var(--ground);
    fill-opacity: 0.4;
    stroke: none;
    filter: blur(6px);
  }
  .candle .veil,
  .evening .veil {
    fill-opacity: 0.5;
  }
  .here-glow {
    stroke: var(--ember);
    stroke-width: 7px;
    stroke-opacity: 0.35;
    filter: blur(5px);
  }
  .here {
    stroke: var(--ember);
    stroke-width: 2px;
  }
  .edge {
    stroke: var(--bright);
    stroke-width: 1.8px;
    stroke-opacity: 0.8;
    stroke-dasharray: 4 5;
  }
  .day .edge {
    stroke: var(--accent-deep, var(--accent));
  }
  .here-fill {
    fill: color-mix(in oklab, var(--ember) 13%, transparent);
  }
  .spot {
    stroke: var(--bright);
    stroke-width: 2px;
  }

  .targets path {
    cursor: pointer;
    pointer-events: none;
    outline: none;
    stroke: var(--accent);
    stroke-opacity: 0.34;
    stroke-width: 1px;
    stroke-dasharray: 1 5;
    fill: transparent;
  }
  .targets path[data-set] {
    stroke: none;
  }
  .targets path.under {
    fill: color-mix(in oklab, var(--accent) 14%, transparent);
    stroke-opacity: 0.9;
    stroke-dasharray: none;
    stroke: var(--accent);
    stroke-width: 1.4px;
  }
  .targets path:focus-visible {
    fill: color-mix(in oklab, var(--accent) 14%, transparent);
    stroke: var(--focus);
    stroke-opacity: 1;
    stroke-width: 4px;
    stroke-dasharray: none;
  }
  :host([mode="choose"]) {
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
  }
  :host([mode="choose"][marking]) {
    cursor: crosshair;
    touch-action: pinch-zoom;
  }
  .targets .spot-target {
    pointer-events: none;
    outline: none;
    fill: transparent;
    stroke: none;
  }
  .targets .spot-target:focus-visible {
    stroke: var(--focus);
    stroke-width: 4px;
  }

  .leader {
    stroke: var(--accent);
    stroke-width: 1.4px;
  }
  .leader.plain {
    stroke: var(--ink);
    stroke-width: 1.1px;
  }
  .leader.hint {
    stroke: var(--faint);
    stroke-width: 1px;
  }
  .words {
    transition: opacity var(--fade, 300ms);
  }
  .callout {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: max-content;
    max-inline-size: max(7.75rem, 16cqmin);
    line-height: 1.18;
  }
  .callout.measuring,
  .list.measuring {
    visibility: hidden;
  }
  .callout.hint {
    padding: 0.125rem 0.375rem;
    border-radius: 0.375rem;
    background: color-mix(in oklab, var(--ground) 82%, transparent);
  }
  .list {
    position: absolute;
    inset: 0 0 auto;
    box-sizing: border-box;
    margin: 0;
    padding: 0 var(--margin, 0.625rem);
    list-style: none;
    font-size: var(--size-small);
    line-height: 1.3;
  }
  .list b {
    font-weight: 600;
  }
  .list span {
    color: var(--soft);
    unicode-bidi: isolate;
  }
  .list span + span::before {
    content: " · ";
  }
  .callout.at-left {
    text-align: end;
  }
  .callout b,
  .callout span,
  .mark-word {
    unicode-bidi: plaintext;
  }
  .callout b {
    display: block;
    font-weight: 400;
    font-size: max(1.0625rem, 2.2cqmin);
  }
  .callout span {
    display: block;
    color: var(--soft);
    font-size: max(var(--size-small), 1.8cqmin);
    text-wrap: balance;
  }
  .mark-word {
    position: absolute;
    inset: 0 auto auto 0;
    color: var(--ink);
    font-size: max(22px, var(--size-far), 3.2cqmin);
    line-height: 1;
    white-space: nowrap;
    text-shadow:
      0 0 4px var(--ground),
      0 0 10px var(--ground),
      0 0 18px var(--ground);
  }
  .lying {
    font-size: max(16px, calc(0.8 * var(--size-far)), 2.4cqmin);
    color: var(--soft);
  }
  .you {
    display: flex;
    align-items: flex-end;
    gap: 0.4em;
  }
  .you svg {
    inline-size: 3.4em;
    block-size: 1em;
  }
  .you path {
    stroke: currentColor;
    stroke-width: 2px;
  }
  @media (forced-colors: active) {
    .tense,
    .tense-inner,
    .here {
      stroke: Highlight;
    }
    .mark-word {
      text-shadow: none;
      background: Canvas;
    }
  }
`;
