// The line to the room as a pure function of what was known and of what has happened: where one stands (before the
// door, in the room, cut off, outside for good), and what is to be done about it.

/** @import { Over, ToClient } from "./room.d.ts" */

export const SILENT = 12_000; // ms without a word of the server, until the line counts as broken
// Close codes after which nobody comes back by themselves, in case the sentence did not arrive.
/** @type {Readonly<Record<number, Over["why"]>>} */
const ENDS = { 4403: "refused", 4404: "stale", 4409: "replaced", 4410: "ended" };

/**
 * @typedef {"out" | "joining" | "door" | "in" | "lost" | "over"} Phase
 * @typedef {"connect" | "join" | "close" | "later"} Act "later": try again after a pause
 *
 * @typedef {object} Known
 * @property {Phase} phase "lost": it was cut off, and is tried again; "over": for good
 * @property {string} why the sentence of the door or of the end; empty where the server could say none
 * @property {Over["why"] | null} ended
 * @property {number} failures in a row
 * @property {boolean} open a connection stands or is being made: the server, which answers signs of life, is waited for
 * @property {number} heard ms, the last word of the server, or since when it is waited for
 * @property {Act | null} act
 *
 * @typedef {{is: "enter"} | {is: "opened"} | {is: "heard", message: ToClient} | {is: "closed", code: number}
 *   | {is: "again"} | {is: "looked"} | {is: "online"} | {is: "left"}} Event "looked": time has passed
 */

/** @type {Known} */
export const FIRST = { phase: "out", why: "", ended: null, failures: 0, open: false, heard: 0, act: null };

/**
 * @param {Known} known
 * @param {Event} event
 * @param {number} now ms
 * @returns {Known}
 */
export function next(known, event, now) {
  const rest = { ...known, act: null };
  switch (event.is) {
    case "enter":
      return { ...FIRST, phase: "joining", open: true, heard: now, act: "connect" };
    case "left":
      return { ...FIRST, phase: "over", ended: "left", act: "close" };
    case "opened":
      return known.phase === "over" ? rest : { ...rest, heard: now, act: "join" };
    case "heard":
      return known.phase === "over" ? rest : heard({ ...rest, heard: now }, event.message);
    case "closed":
      return closed(rest, event.code);
    case "again":
      return known.phase === "lost" ? { ...rest, open: true, heard: now, act: "connect" } : rest;
    case "online": // no need to wait any longer
      return known.phase === "lost" ? { ...rest, failures: 0, open: true, heard: now, act: "connect" } : rest;
    case "looked":
      return silent(known, now) ? lost(rest) : rest;
  }
}

/** @type {(known: Known, message: ToClient) => Known} */
function heard(known, message) {
  switch (message.kind) {
    case "welcome": return { ...known, phase: "in", why: "", failures: 0 };
    case "door": return { ...known, phase: "door", why: message.why, failures: 0 };
    case "over":
      return message.again
        ? { ...lost(known), why: message.sentence }
        : { ...known, phase: "over", why: message.sentence, ended: message.why, act: "close" };
    default: return known;
  }
}

/** @type {(known: Known, code: number) => Known} */
function closed(known, code) {
  if (known.phase === "over" || known.phase === "out") return known;
  const ended = ENDS[code];
  return ended ? { ...known, phase: "over", why: "", ended } : lost(known);
}

/** @type {(known: Known) => Known} */
function lost(known) {
  return { ...known, phase: "lost", why: "", failures: known.failures + 1, open: false, act: "later" };
}

/** @type {(known: Known, now: number) => boolean} */
function silent({ phase, open, heard }, now) {
  return open && phase !== "over" && now - heard > SILENT;
}
