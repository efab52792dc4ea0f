/** How wide the breath is at a moment: out slowly, in a little quicker, resting at both ends. */

const SWING = 0.2;

/** Widths of the faint rings that stay, as shares of the mean. */
export const RESTING_RINGS = [0.62, 1 - SWING, 1 + SWING, 1.36];

/** The breath's radius as a share of its mean, 0.8 to 1.2.
 * @param {number} phase 0 to 1 through one breath, 0 where breathing out begins @param {number} [out_share] of the breath */
export function breathWidth(phase, out_share = 4 / 7) {
  const at = phase - Math.floor(phase);
  const out = at < out_share;
  const part = out ? at / out_share : (at - out_share) / (1 - out_share);
  const full = out ? (1 + Math.cos(Math.PI * part)) / 2 : (1 - Math.cos(Math.PI * part)) / 2;
  return 1 - SWING + 2 * SWING * full;
}
