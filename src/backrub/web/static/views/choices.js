// Small pieces that more than one page shows: one of a few, a switch, a failure.

import { icon } from "../elements/icons.js";
import { html, nothing } from "../vendor/lit.js";

/** @import {TemplateResult} from "../vendor/lit.js" */

/**
 * One of a few, as a row of radio buttons.
 *
 * @param {{name: string, legend: string, value: string, options: {id: string, label: string, icon?: string}[],
 *   onChoose: (id: string) => void, hidden?: boolean, wrap?: boolean}} choice
 * @returns {TemplateResult}
 */
export function oneOf({ name, legend, value, options, onChoose, hidden = false, wrap = false }) {
  return html`<fieldset class="choice">
    <legend class=${hidden ? "visually-hidden" : "label"}>${legend}</legend>
    <div class=${wrap ? "segmented wrap" : "segmented"}>
      ${options.map(
        (option) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              value=${option.id}
              .checked=${option.id === value}
              @change=${() => onChoose(option.id)}
            />${option.icon ? icon(option.icon) : nothing}<span>${option.label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/**
 * A yes or no.
 *
 * @param {{label: string, checked: boolean, onChange: (checked: boolean) => void}} one
 * @returns {TemplateResult}
 */
export function tick({ label, checked, onChange }) {
  return html`<label class="tick"
    ><input
      type="checkbox"
      .checked=${checked}
      @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLInputElement} */ (event.target).checked)}
    /><span>${label}</span></label
  >`;
}

/**
 * What went wrong, for eyes and ears.
 *
 * @param {string} text
 * @returns {TemplateResult}
 */
export function failed(text) {
  return html`<div role="alert">${text ? html`<p class="failure">${text}</p>` : nothing}</div>`;
}
