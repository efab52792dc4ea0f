// The slider of minutes: marks stand at equal distances, so that short rubs have as much room as long ones.

/** The marks of the slider, in minutes; the ends are the least and the most there is. */
export const MARKS = /** @type {const} */ ([3, 5, 10, 15, 20, 30, 45, 60, 90]);

/** How many slider units lie between two marks. */
export const UNITS = 100;

/** The slider's greatest position. */
export const LAST = (MARKS.length - 1) * UNITS;

/**
 * Gives whole minutes for a position of the slider.
 *
 * @param {number} position from 0 to LAST
 * @returns {number}
 */
export function minutesAt(position) {
  const held = Math.min(LAST, Math.max(0, position));
  const index = Math.min(MARKS.length - 2, Math.floor(held / UNITS));
  const from = MARKS[index] ?? MARKS[0];
  const to = MARKS[index + 1] ?? from;
  return Math.round(from + ((to - from) * (held - index * UNITS)) / UNITS);
}

/**
 * Gives the slider position of a number of minutes.
 *
 * @param {number} minutes
 * @returns {number}
 */
export function positionOf(minutes) {
  const held = clampMinutes(minutes);
  const index = Math.max(0, MARKS.findLastIndex((mark, at) => mark <= held && at < MARKS.length - 1));
  const from = MARKS[index] ?? MARKS[0];
  const to = MARKS[index + 1] ?? from;
  return index * UNITS + ((held - from) / (to - from)) * UNITS;
}

/**
 * Holds minutes within what there is.
 *
 * @param {number} minutes
 * @returns {number}
 */
export function clampMinutes(minutes) {
  return Math.min(MARKS[MARKS.length - 1] ?? 90, Math.max(MARKS[0], Math.round(minutes)));
}

/**
 * Gives the minutes after a key was pressed on the slider, or null when the key means nothing there.
 *
 * @param {string} key
 * @param {number} minutes
 * @param {boolean} mirrored whether the page runs from right to left
 * @returns {number | null}
 */
export function minutesAfterKey(key, minutes, mirrored = false) {
  const forward = mirrored ? "ArrowLeft" : "ArrowRight";
  const backward = mirrored ? "ArrowRight" : "ArrowLeft";
  if (key === forward || key === "ArrowUp") return clampMinutes(minutes + 1);
  if (key === backward || key === "ArrowDown") return clampMinutes(minutes - 1);
  if (key === "PageUp") return MARKS.find((mark) => mark > minutes) ?? clampMinutes(minutes);
  if (key === "PageDown") return MARKS.findLast((mark) => mark < minutes) ?? clampMinutes(minutes);
  if (key === "Home") return MARKS[0];
  if (key === "End") return MARKS[MARKS.length - 1] ?? null;
  return null;
}
