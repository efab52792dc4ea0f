/**
 * <breath-ring>: a ring that widens as one breathes in and narrows, slower, as one breathes out.
 *
 * Attributes and properties
 *   phase       0 to 1 through one breath (0 = the start of breathing out); set it every frame, it draws without a render
 *   out_share   how much of the breath is the way out (default 4/7: 4 s out, 3 s in)
 *   label       for a screen reader
 * It never speeds anyone up, and means nothing alone: the words say the same. Under reduced motion it stands still.
 */
import { RESTING_RINGS, breathWidth } from "../lib/breath.js";
import { prefersLessMotion } from "../lib/theme.js";
import { LitElement, css, html, svg } from "../vendor/lit.js";

const MEAN = 36;
export class BreathRing extends LitElement {
  static properties = { out_share: { type: Number }, label: { type: String } };

  static styles = css`
    :host {
      display: block;
      position: relative;
      inline-size: 17rem;
      aspect-ratio: 1;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
      fill: none;
      stroke: var(--ember);
    }
    .far {
      stroke: color-mix(in oklab, var(--ember) 30%, transparent);
      stroke-width: 0.5;
    }
    .breath {
      stroke: color-mix(in oklab, var(--ember), var(--bright) 45%);
      stroke-width: 1.2;
    }
    @media (forced-colors: active) {
      .breath {
        stroke: Highlight;
      }
    }
  `;

  constructor() {
    super();
    this.out_share = 4 / 7;
    this.label = "";
    this.at = 0;
  }

  get phase() {
    return this.at;
  }

  set phase(value) {
    this.at = value;
    this.breathe();
  }

  render() {
    return html`<svg viewBox="0 0 100 100" role="img" aria-label=${this.label}>
      ${RESTING_RINGS.map((share) => svg`<circle class="far" cx="50" cy="50" r=${MEAN * share}></circle>`)}
      <circle class="breath" cx="50" cy="50" r=${MEAN}></circle>
    </svg>`;
  }

  updated() {
    this.breathe();
  }

  breathe() {
    const radius = prefersLessMotion() ? MEAN : MEAN * breathWidth(this.at, this.out_share);
    if (this.hasUpdated) this.renderRoot.querySelector(".breath")?.setAttribute("r", radius.toFixed(2));
  }
}

customElements.define("breath-ring", BreathRing);
