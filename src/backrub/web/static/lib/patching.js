// What the server sends in place of a whole timeline: what is gone, what moved, what is new.

/** @import {Patch, Timeline} from "../types/pages.d.ts" */

/**
 * Gives the timeline that a patch makes of the one before, or null where it belongs to another.
 *
 * @param {Timeline} before
 * @param {Patch} patch
 * @returns {Timeline | null}
 */
export function patched(before, patch) {
  if (before.version !== patch.since) return null;
  const cues = new Map(before.cues.map((cue) => [cue.id, cue]));
  for (const id of patch.gone) cues.delete(id);
  for (const [id, at_ms] of patch.moved) {
    const cue = cues.get(id);
    if (!cue) return null;
    cues.set(id, { ...cue, at_ms });
  }
  for (const cue of patch.cues) cues.set(cue.id, cue);
  const inOrder = [...cues.values()].sort((one, other) => one.at_ms - other.at_ms || (one.id < other.id ? -1 : 1));
  return { version: patch.version, cues: inOrder, ends_at_ms: patch.ends_at_ms };
}
