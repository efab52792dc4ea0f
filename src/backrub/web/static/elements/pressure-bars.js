/**
 * <pressure-bars>: how firm, as seven bars and the word.
 *
 * Attributes and properties
 *   value   0 to 7 (felt pressure; 0 is no bar)
 *   word    the word for it, shown under the bars and read out
 *   label   what it is, for a screen reader ("pressure")
 * It answers in one frame: never animated. Inherits its size from the font.
 */
import { LitElement, css, html, svg } from "../vendor/lit.js";

const BARS = [1, 2, 3, 4, 5, 6, 7];

export class PressureBars extends LitElement {
  static properties = { value: { type: Number }, word: { type: String }, label: { type: String } };

  static styles = css`
    :host {
      display: inline-block;
      color: var(--ink);
      line-height: 1.2;
    }
    svg {
      display: block;
      inline-size: 8.4em;
      block-size: 2.6em;
      overflow: visible;
    }
    rect {
      fill: var(--line);
    }
    rect.on {
      fill: var(--ember);
      stroke: none;
    }
    span {
      display: block;
      margin-block-start: 0.35em;
    }
    :host(:dir(rtl)) svg {
      transform: scaleX(-1);
    }
    @media (prefers-contrast: more) {
      rect.off {
        fill: none;
        stroke: var(--edge);
      }
    }
    @media (forced-colors: active) {
      rect {
        fill: Canvas;
        stroke: CanvasText;
        stroke-width: 1.2;
      }
      rect.on {
        fill: Highlight;
      }
    }
  `;

  constructor() {
    super();
    this.value = 0;
    this.word = "";
    this.label = "";
  }

  render() {
    return html`<div role="img" aria-label=${[this.label, this.word].filter(Boolean).join(": ")}>
      <svg viewBox="0 0 84 26" aria-hidden="true">${BARS.map((bar) => this.bar(bar))}</svg>
      <span aria-hidden="true">${this.word}</span>
    </div>`;
  }

  /** @param {number} bar */
  bar(bar) {
    const height = 7 + bar * 2.6;
    const on = this.value >= bar - 0.5;
    return svg`<rect class=${on ? "on" : "off"} x=${(bar - 1) * 12.4} y=${25.5 - height} width="7" height=${height} rx="3.5"></rect>`;
  }
}

customElements.define("pressure-bars", PressureBars);
