// What a page knows of its room, as a pure function of what it has heard.
import { whole } from "./feed.js";
import { hides, lesson } from "./room_lesson.js";

/** @import { Live } from "./live.d.ts" */
/** @import { Drilling, Guidance, Ice, Matching, RoomPerson, RoomView, ToClient } from "./room.d.ts" */

/**
 * @typedef {object} Known
 * @property {string} you
 * @property {"coach" | "sitter" | "watcher" | null} role
 * @property {readonly Ice[]} ice
 * @property {RoomView | null} room
 * @property {string} sitter the name of who sits here, or sat here last
 * @property {Live | null} live
 * @property {Guidance["ranked"]} ranked
 * @property {Guidance["measured"]} measured
 * @property {number | null} corrections in a drill, at its coach
 * @property {Drilling | null} drilling how the room's drill stands
 * @property {Matching | null} matching how well the picture is matched that is pinned
 * @property {ReadonlyMap<string, string>} previews addresses of small pictures, by the ids of the pictures
 * @property {string} refused why the last wish was not done
 * @property {number | null} pinned when what is pinned was first seen so, ms
 */

/** @type {Known} */
export const NOBODY = {
  you: "", role: null, ice: [], room: null, sitter: "", live: null, ranked: [], measured: [], corrections: null,
  drilling: null, matching: null, previews: new Map(),
  refused: "", pinned: null,
};

/**
 * @param {Known} known
 * @param {ToClient} message
 * @param {number} now ms
 * @returns {Known}
 */
export function heard(known, message, now) {
  switch (message.kind) {
    case "welcome": {
      const { you, role, ice, room } = message;
      return viewed({ ...known, refused: "", you, role, ice }, room, now);
    }
    case "room": return viewed(known, message.room, now);
    case "guidance": {
      const { live, ranked, measured, corrections } = message;
      return { ...known, live: whole(live, known.live), ranked, measured, corrections };
    }
    case "drilling": return { ...known, drilling: message };
    case "matching": return { ...known, matching: message };
    case "picture": {
      const previews = new Map(known.previews).set(message.id, `data:image/jpeg;base64,${message.preview}`);
      return { ...known, previews };
    }
    case "refused": return { ...known, refused: message.why };
    default: return known; // signals, the pen, and what concerns the line or the sitter's device
  }
}

/** @type {(known: Known, room: RoomView, now: number) => Known} */
function viewed(known, room, now) {
  const before = known.room?.pinned, { pinned } = room;
  const same = before && pinned && before.cue === pinned.cue && before.words === pinned.words;
  const sitter = theSitter(room)?.name ?? known.sitter;
  // Nothing is told of a sitter who has taken their yes back, nor of a drill to those who watch it.
  const told = room.see && (known.role === "coach" || !hides(room)) ? {} : { live: null, ranked: [], measured: [] };
  const { corrections } = hides(room) ? known : { corrections: null };
  const practised = { ...lesson(room, known), corrections };
  return { ...known, ...told, ...practised, room, sitter, pinned: pinned ? (same ? known.pinned : now) : null };
}

/** @param {RoomView | null} room */
export function theSitter(room) {
  return room?.people.find(({ role, admitted }) => role === "sitter" && admitted);
}

/**
 * Those who wait to be admitted, who came first first.
 * @param {RoomView | null} room
 */
export function atDoor(room) {
  return (room?.people ?? []).filter(({ admitted }) => !admitted).sort((a, b) => a.since - b.since);
}

/**
 * Those in the room: the sitter, the coach, the watchers.
 * @param {RoomView | null} room
 * @returns {RoomPerson[]}
 */
export function inside(room) {
  const order = ["sitter", "coach", "watcher"];
  return (room?.people ?? []).filter(({ admitted }) => admitted)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.since - b.since);
}

/**
 * What a picture is for its coach, by the key of its words.
 * @param {RoomView["pictures"][number]} picture
 */
export function standing({ held, state, asked }) {
  if (held) return "held";
  if (state === "none") return asked ? "asked" : "preview";
  return state;
}

/**
 * How many originals can be had, and how many could be asked for.
 * @param {RoomView["pictures"]} pictures
 */
export function originals(pictures) {
  const here = pictures.filter((one) => standing(one) === "here");
  const free = pictures.filter((one) => ["preview", "gone"].includes(standing(one)));
  const starred = free.filter((one) => one.starred);
  return { here, wanted: starred.length ? starred : free };
}

/**
 * The two that are compared after another press: a third takes the place of the one that was chosen first.
 * @param {readonly string[]} pair ids, A before B
 * @param {string} id
 */
export function paired(pair, id) {
  if (pair.includes(id)) return pair.filter((one) => one !== id);
  return [...pair, id].slice(-2);
}
