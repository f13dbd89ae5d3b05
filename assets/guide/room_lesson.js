// What a room practises, as pure functions of what a page knows.

/** @import { Drilling, Matching, RoomView } from "./room.d.ts" */

/**
 * Whether a drill is on: then the guide's cues are for the coach alone.
 * @param {RoomView | null} room
 */
export function hides(room) {
  return Boolean(room?.drill && room.drill.phase !== "over");
}

/**
 * What was told of a drill or a match, while the room still practises it; null where it is of another one.
 * @param {RoomView} room
 * @param {{ drilling: Drilling | null, matching: Matching | null }} known
 */
export function lesson(room, { drilling, matching }) {
  return {
    drilling: drilling && drilling.number === room.drill?.number ? drilling : null,
    matching: matching && matching.picture === room.match ? matching : null,
  };
}

/**
 * Seconds as on a clock: "1:05".
 * @param {number} seconds
 * @param {string} lang
 */
export function clock(seconds, lang) {
  const figure = (/** @type {number} */ value, digits = 1) =>
    new Intl.NumberFormat(lang, { minimumIntegerDigits: digits, useGrouping: false }).format(value);
  return `${figure(Math.floor(seconds / 60))}:${figure(Math.floor(seconds % 60), 2)}`;
}
