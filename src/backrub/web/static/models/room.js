// The voice of the evening: made once, so that the tap that unlocks it on one page is good on the next.

import * as api from "./api.js";
import { ClipVoice } from "./clip-voice.js";
import { DeviceVoice } from "./device-voice.js";
import { Speaker } from "./speaker.js";
import { Ticker } from "./ticker.js";

/** @import {Evening} from "./evening.js" */

/** @typedef {{ticker: Ticker, speaker: Speaker}} Room */

/** @type {WeakMap<Evening, Room>} */
const rooms = new WeakMap();

/**
 * Gives the alarms and the voice of this evening.
 *
 * @param {Evening} evening
 * @returns {Room}
 */
export function roomOf(evening) {
  const known = rooms.get(evening);
  if (known) return known;
  const ticker = new Ticker();
  let alarms = 0;
  const later = (/** @type {number} */ delay_ms, /** @type {() => void} */ call) => {
    alarms += 1;
    ticker.set(`later-${alarms}`, delay_ms, call);
  };
  const clips = new ClipVoice(api.clip, { local: () => performance.now(), later });
  const speaker = new Speaker(new DeviceVoice(evening.locale), clips);
  speaker.setRendered(evening.start.voice !== null);
  const room = { ticker, speaker };
  rooms.set(evening, room);
  return room;
}
