// What stands over the picture when something is not as it should be, as a pure function: what is broken first is said.
import { theSitter } from "./room_state.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Way } from "./room_head.js" */
/** @import { Words } from "./words.js" */

/**
 * @param {string} phase of the line to the room
 * @param {Pick<Bench["known"], "role" | "room" | "sitter">} known
 * @param {Way["state"]} state of the direct line to the sitter
 * @param {Words} words
 * @returns {string} empty where all is well
 */
export function notice(phase, { role, room, sitter }, state, words) {
  const named = (/** @type {string | undefined} */ words) => fill(words ?? "", { name: sitter });
  if (phase !== "in") return (role === "coach" ? words.lost : words.lost_watching) ?? "";
  if (!room) return "";
  if (!theSitter(room)?.here) return named(words.sitter_gone);
  if (!room.see) return named(words.no_consent);
  if (room.doing?.asleep) return named(words.sitter_sleeps);
  if (state === "none") return named(words.no_picture_way);
  return state === "connected" && room.doing?.playing === false ? named(words.sitter_dark) : "";
}
