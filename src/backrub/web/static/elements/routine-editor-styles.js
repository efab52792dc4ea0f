/** How <routine-editor> looks: quiet paper, one colour for each kind of word, findings by line and mark before colour. */
import { css } from "../vendor/lit.js";

export const styles = css`
  :host {
    display: block;
    min-block-size: 14rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--raised);
    overflow: hidden;
    direction: ltr;
  }
  :host(:focus-within) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .cm-editor {
    block-size: 100%;
    color: var(--ink);
    background: transparent;
    font-size: var(--size-small);
  }
  .cm-editor.cm-focused {
    outline: none;
  }
  .cm-editor .cm-scroller {
    font: 400 1em / 1.65 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace;
    scrollbar-color: var(--edge) transparent;
  }
  .cm-editor .cm-content {
    padding-block: var(--s3);
    caret-color: var(--accent-deep);
  }
  /* What does not fit a line goes on further in, so that lines stay told apart. */
  .cm-editor .cm-line {
    padding-inline-start: calc(4ch + var(--s1));
    text-indent: -4ch;
  }
  .cm-editor .cm-cursor {
    border-inline-start: 2px solid var(--accent-deep);
  }
  .cm-editor .cm-gutters {
    border: 0;
    background: transparent;
    color: var(--soft);
  }
  .cm-editor .cm-lineNumbers .cm-gutterElement {
    padding-inline: var(--s2) var(--s1);
  }
  .cm-editor .cm-activeLine {
    background: var(--accent-wash);
  }
  .cm-editor .cm-selectionLayer .cm-selectionBackground,
  .cm-editor.cm-focused .cm-selectionLayer .cm-selectionBackground {
    background: var(--wash-deep);
  }
  .t-heading {
    color: var(--accent-deep);
    font-weight: 700;
  }
  .t-key,
  .t-verb {
    color: var(--accent);
  }
  .t-technique {
    color: var(--ink);
    font-weight: 700;
  }
  .t-hand,
  .t-word {
    color: var(--ink);
  }
  .t-place {
    text-decoration: underline 1px dotted var(--edge);
    text-underline-offset: 0.25em;
  }
  .t-time,
  .t-pressure {
    color: var(--accent-deep);
  }
  .t-prose {
    font-family: var(--serif);
    font-size: 1.06em;
  }
  .t-comment {
    color: var(--soft);
    font-style: italic;
  }
  .t-hazard {
    color: var(--ember);
    font-weight: 700;
  }
  .cm-editor .cm-lintRange-error,
  .cm-editor .cm-lintRange-warning,
  .cm-editor .cm-lintRange-info {
    padding-block-end: 0;
    background-image: none;
    text-decoration: underline wavy 1.5px var(--ember);
    text-underline-offset: 0.25em;
    text-decoration-skip-ink: none;
  }
  .cm-editor .cm-lintRange-warning {
    text-decoration: underline dashed 2px var(--accent);
  }
  .cm-editor .cm-lintRange-info {
    text-decoration: underline dotted 2px var(--edge);
  }
  .cm-editor .cm-gutter-lint {
    inline-size: 1.25rem;
  }
  .cm-editor .cm-gutter-lint .cm-gutterElement {
    padding: 0 0.25rem;
  }
  .cm-editor .cm-lint-marker {
    box-sizing: border-box;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    margin-block-start: 0.45em;
    border: 2px solid var(--edge);
    border-radius: 50%;
    content: none;
  }
  .cm-editor .cm-lint-marker-warning {
    border-color: var(--accent);
  }
  .cm-editor .cm-lint-marker-error {
    border-color: var(--ember);
    background: var(--ember);
  }
  .cm-editor .cm-tooltip {
    max-inline-size: min(34rem, 92vw);
    border: 1px solid var(--line);
    border-radius: var(--radius-option);
    background: var(--ground);
    color: var(--ink);
    box-shadow: 0 0.25rem 1rem var(--shade);
    font: 400 var(--size-small) / 1.4 var(--sans);
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul {
    max-block-size: 14rem;
    font: 400 var(--size-small) / 1.4 ui-monospace, "DejaVu Sans Mono", monospace;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li {
    padding: var(--s2) var(--s3);
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .cm-editor .cm-completionDetail {
    color: inherit;
    font-style: normal;
    opacity: 0.85;
  }
  .page {
    max-block-size: 18rem;
    padding: var(--s3) var(--s4);
    overflow: auto;
    white-space: pre-wrap;
  }
  .cm-editor .cm-diagnostic {
    padding: var(--s2) var(--s3);
    border-inline-start: 4px solid var(--edge);
  }
  .cm-editor .cm-diagnostic-warning {
    border-color: var(--accent);
  }
  .cm-editor .cm-diagnostic-error {
    border-color: var(--ember);
  }
  .cm-editor .cm-placeholder {
    color: var(--soft);
  }
  @media (forced-colors: active) {
    .cm-editor .cm-activeLine {
      outline: 1px solid Highlight;
    }
  }
`;
