// How durations are spelled on the screen.

/**
 * Spells a duration as a clock does: 75 is "1:15".
 *
 * @param {number} duration_s
 * @returns {string}
 */
export function clockText(duration_s) {
  const whole = Math.max(0, Math.round(duration_s));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
