// What follows from health answers, read off the screen in the page: nobody is asked, so no answer leaves it for this.

/** @import {ConditionJson, ScreenJson} from "../types/wire.d.ts" */
/** @import {NotTonight} from "../types/pages.d.ts" */

/**
 * Gives the questions that were answered with yes, the gravest first.
 *
 * @param {ScreenJson | null} screen
 * @param {readonly string[]} ids
 * @returns {ConditionJson[]}
 */
export function answered(screen, ids) {
  const rows = screen?.groups.flatMap((group) => group.conditions) ?? [];
  return rows.filter((row) => ids.includes(row.id)).sort((one, other) => one.rank - other.rank);
}

/**
 * Tells why there is no rub today, or null when there may be one. Of emergencies only the first is said: two sentences
 * are enough for somebody who has to call for help.
 *
 * @param {ScreenJson | null} screen
 * @param {readonly string[]} ids
 * @returns {NotTonight["not_tonight"] | null}
 */
export function refusalOf(screen, ids) {
  const forbidding = answered(screen, ids).filter((row) => !row.tonight);
  const emergency = forbidding.find((row) => row.emergency);
  if (emergency) return { emergency: true, texts: [emergency.says] };
  return forbidding.length > 0 ? { emergency: false, texts: forbidding.map((row) => row.says) } : null;
}

/**
 * Gives the questions of the first page's one line, and whichever others were answered with yes.
 *
 * @param {ScreenJson | null} screen
 * @param {{id: string, label: string}[]} onLine what the start said of the line, for as long as the screen is not there
 * @param {readonly string[]} ids
 * @returns {{id: string, label: string}[]}
 */
export function asked(screen, onLine, ids) {
  const others = answered(screen, ids).filter((row) => !onLine.some((one) => one.id === row.id));
  return [...onLine, ...others];
}

/**
 * @param {readonly string[]} ids
 * @param {string} id
 * @param {boolean} wanted
 * @returns {string[]}
 */
export function toggled(ids, id, wanted) {
  const others = ids.filter((one) => one !== id);
  return wanted ? [...others, id] : others;
}
