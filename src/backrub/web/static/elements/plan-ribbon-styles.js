/** How <plan-ribbon> looks. */
import { css } from "../vendor/lit.js";

export const styles = css`
  :host {
    display: block;
    position: relative;
    color: var(--ink);
    font: 400 var(--size-body) / 1.25 var(--sans);
    font-variant-numeric: tabular-nums;
  }
  svg.cloth {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .open {
    fill: var(--ribbon-open);
  }
  .warm-up {
    fill: var(--ribbon-warm-up);
  }
  .work {
    fill: var(--ribbon-work);
  }
  .finish {
    fill: var(--ribbon-finish);
  }
  .pause {
    fill: var(--line);
  }
  .piece {
    stroke: none;
  }
  .done {
    opacity: 0.45;
  }
  .thread {
    fill: none;
    stroke: var(--ribbon-thread);
    stroke-width: 0.9;
  }
  .seam {
    stroke: var(--ground);
    stroke-width: 2;
  }
  .ask circle {
    fill: var(--raised);
    stroke: var(--accent);
    stroke-width: 1.8;
  }
  .ask text {
    fill: var(--accent-deep);
    font: 700 12px/1 var(--sans);
    text-anchor: middle;
    dominant-baseline: central;
  }
  .chosen {
    fill: none;
    stroke: var(--accent);
    stroke-width: 3.4;
    stroke-linecap: round;
  }
  .now {
    stroke: var(--ink);
    stroke-width: 2;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 0.5rem;
  }
  small {
    color: var(--soft);
    font-size: var(--size-small);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Upright: time, ribbon, words */
  .rows li {
    display: grid;
    grid-template-columns: minmax(2.5rem, max-content) min(4rem, 17vw) minmax(0, 1fr);
    align-items: start;
  }
  .rows .time {
    inline-size: min(2.9rem, 15vw);
    padding-block: 0.15rem;
    color: var(--soft);
    text-align: end;
  }
  .rows .time small {
    display: block;
    color: var(--faint);
    font-size: var(--size-smallest);
    line-height: 1.2;
  }
  .rows .cell {
    grid-column: 3;
    min-inline-size: 0;
    padding-block-end: 0.5rem;
  }
  .rows button {
    display: flex;
    flex-direction: column;
    justify-content: flex-start;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.1rem 0.25rem;
    margin-inline-start: -0.25rem;
  }
  .rows b {
    font-weight: 400;
    font-size: 1.0625rem;
  }
  .rows .sides {
    display: block;
  }
  .rows button[aria-pressed="true"] b {
    color: var(--accent-deep);
  }

  /* Flat: words over, times under */
  .flat {
    position: relative;
    block-size: var(--ribbon-height, 15.5rem);
  }
  .flat .names,
  .flat .times {
    position: absolute;
    inset-inline: 0;
  }
  .flat .names {
    inset-block-start: 0;
    block-size: 2.75rem;
  }
  .flat .times {
    inset-block-end: 0;
    block-size: 1.4rem;
    color: var(--soft);
    font-size: var(--size-small);
  }
  .flat .names span,
  .flat .times span {
    position: absolute;
    inset-block-end: 0;
    left: 0;
    line-height: 1.2;
    text-align: center;
    white-space: nowrap;
    visibility: hidden;
  }
  .flat .names small {
    display: block;
  }
  .flat .times .phase {
    color: var(--faint);
  }
  .flat li {
    position: absolute;
    inset-block: 2.8rem 1.5rem;
    left: 0;
  }
  .flat li button {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    padding: 0;
  }
  .flat li button:hover {
    background: var(--accent-wash);
  }
  @media (forced-colors: active) {
    .piece {
      fill: CanvasText;
      stroke: Canvas;
    }
    .thread {
      stroke: Canvas;
    }
  }
`;
