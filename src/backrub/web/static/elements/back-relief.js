/**
 * <back-relief>: the lit clay back, head up, on a canvas; its outline shows at once.
 *
 * Attributes and properties
 *   theme    "auto" (default, from the tokens), "day", "evening", "candle"
 *   facing   "up" | "left" | "right" | "down": which way the head will point on screen; moves the lamp, not the picture
 *   atlas    the `map --json` object; without one, the neutral body
 *   detail   pixels per mm at most (default 2)
 * Events: relief-drawn, when the light has come on.
 * The box keeps the picture's proportions: give it a width or a height.
 */
import { pathOf } from "../lib/geometry.js";
import { extent, outlineRing } from "../lib/relief-height.js";
import { prepare, relief, sizeOf } from "../lib/relief.js";
import { onLightChange, paletteOf } from "../lib/theme.js";
import { LitElement, css, html, svg } from "../vendor/lit.js";

let count = 0;
prepare();

export class BackRelief extends LitElement {
  static properties = {
    theme: { type: String },
    facing: { type: String },
    atlas: { attribute: false },
    detail: { type: Number },
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      contain: layout paint;
    }
    canvas,
    svg {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
    }
    canvas {
      opacity: 0;
      transition: opacity var(--fade, 300ms);
    }
    canvas.lit {
      opacity: 1;
    }
    path {
      fill: none;
      stroke: var(--relief-rim, oklch(0.45 0.07 40 / 0.6));
      stroke-width: 1.1px;
      vector-effect: non-scaling-stroke;
    }
    :host([palette="evening"]) path {
      stroke: var(--relief-rim, oklch(0.72 0.09 54 / 0.6));
    }
    :host([palette="candle"]) path {
      stroke: var(--relief-rim, oklch(0.62 0.12 46 / 0.75));
    }
    @media (forced-colors: active) {
      path {
        stroke: CanvasText;
      }
    }
  `;

  constructor() {
    super();
    this.theme = "auto";
    /** @type {import("../lib/back-view.js").Facing} */
    this.facing = "up";
    /** @type {import("../lib/relief.js").Atlas | undefined} */
    this.atlas = undefined;
    this.detail = 2;
    this.mask = `relief-mask-${(count += 1)}`;
    this.asked = "";
    /** @type {ResizeObserver | undefined} */
    this.watcher = undefined;
    this.forget = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = onLightChange(() => this.requestUpdate());
    this.watcher = new ResizeObserver(() => void this.bake());
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
    this.watcher?.disconnect();
  }

  render() {
    const size = sizeOf(this.atlas);
    const box = extent(size);
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    return html`<canvas aria-hidden="true"></canvas>
      <svg viewBox="${box.x0} ${box.y0} ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${this.masks(box)}
        <path d=${pathOf(outlineRing(size))} mask="url(#${this.mask})"></path>
      </svg>`;
  }

  /** The outline thins out where the clay does. @param {{x0: number, y0: number, x1: number, y1: number}} box */
  masks(box) {
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    const at = (/** @type {number} */ y) => (y + 296) / 944;
    const stop = (/** @type {number} */ y, /** @type {number} */ alpha) => svg`<stop offset=${at(y)} stop-color="#fff" stop-opacity=${alpha}></stop>`;
    const arm = (/** @type {number} */ x) =>
      svg`<rect x=${x} y=${box.y0} width=${width / 2 - width * 0.304} height=${height} fill="url(#${this.mask}-arm)"></rect>`;
    return svg`<defs>
      <linearGradient id="${this.mask}-body" x2="0" y2="1">${stop(-190, 0)}${stop(-96, 1)}${stop(480, 1)}${stop(585, 0)}</linearGradient>
      <linearGradient id="${this.mask}-arm" x2="0" y2="1">${stop(-190, 0)}${stop(-96, 1)}${stop(180, 1)}${stop(330, 0)}</linearGradient>
      <mask id=${this.mask} maskUnits="userSpaceOnUse" x=${box.x0} y=${box.y0} width=${width} height=${height}>
        <rect x=${box.x0 * 0.608} y=${box.y0} width=${width * 0.608} height=${height} fill="url(#${this.mask}-body)"></rect>
        ${arm(box.x0)}${arm(box.x1 * 0.608)}
      </mask>
    </defs>`;
  }

  updated() {
    const box = extent(sizeOf(this.atlas));
    this.style.aspectRatio = `${box.x1 - box.x0} / ${box.y1 - box.y0}`;
    this.setAttribute("palette", paletteOf(this, this.theme));
    void this.bake();
  }

  /** Ask for the picture that fits the present size and light, and show it when it comes. */
  async bake() {
    const size = sizeOf(this.atlas);
    const box = extent(size);
    const needed = (this.offsetWidth * devicePixelRatio) / (box.x1 - box.x0);
    const px_per_mm = Math.min(this.detail, Math.max(0.75, Math.ceil(needed * 2) / 2));
    const look = { palette: paletteOf(this, this.theme), facing: this.facing, px_per_mm };
    const asked = JSON.stringify([size, look]);
    if (!this.offsetWidth || asked === this.asked) return;
    this.asked = asked;
    const picture = await relief(size, look);
    if (asked === this.asked) this.show(picture, box, size);
  }

  /** @param {import("../lib/relief-light.js").Picture} picture @param {{x0: number, y0: number, x1: number}} box @param {import("../lib/relief-height.js").Size} size */
  show(picture, box, size) {
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector("canvas"));
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
    const scale = picture.width / (box.x1 - box.x0);
    pen.setTransform(scale, 0, 0, scale, -box.x0 * scale, -box.y0 * scale);
    pen.globalCompositeOperation = "destination-in";
    pen.fill(new Path2D(pathOf(outlineRing(size))));
    canvas.classList.add("lit");
    this.dispatchEvent(new CustomEvent("relief-drawn", { bubbles: true, composed: true }));
  }
}

customElements.define("back-relief", BackRelief);
