// What a room does on the sitter's page, as pure functions: what is said in place of the guide's own cue, what is told
// of pictures, where the coach's small picture stands.

import { hides } from "./room_lesson.js";

/** @import { ToldCue } from "./live.d.ts" */
/** @import { Rect } from "./overlay.js" */
/** @import { Picture } from "./picture.js" */
/** @import { RoomPerson, RoomPicture, RoomView } from "./room.d.ts" */

/** @typedef {{see: boolean, pictures: boolean, camera: boolean}} Yes what the sitter allows */
/** @typedef {"pinned" | "paused" | null} Instead what stands in the place of the guide's own cue */

export const NO = { see: false, pictures: false, camera: false };

/**
 * What stands in the place of the guide's own cue: what the coach has pinned, or that the guide waits.
 * @param {RoomView | null} room
 * @returns {Instead}
 */
export function instead(room) {
  return room?.pinned ? "pinned" : room?.paused && !hides(room) ? "paused" : null;
}

/**
 * The cue that the sitter reads: the guide's own, or what is in its place. Only a cue of the guide's has an arrow.
 * @param {ToldCue | null} cue
 * @param {RoomView | null} room
 * @param {string} waits in words: the guide waits
 * @returns {ToldCue | null}
 */
export function told(cue, room, waits) {
  const { pinned = null } = room ?? {};
  if (pinned) return said(pinned.words, "must", pinned.cue ?? "", pinned.arrow);
  return instead(room) ? said(waits, "hold", "", "none") : cue;
}

/** @type {(words: string, kind: ToldCue["kind"], id: string, arrow: ToldCue["arrow"]) => ToldCue} */
function said(words, kind, id, arrow) {
  return { text: words, spoken: words, kind, id, measure: "", direction: "none", arrow, hint: "" };
}

/**
 * Those in the room beside the sitter, by what they are; who is away for a moment is still in it.
 * @param {RoomView} room
 * @param {string} you
 */
export function company({ people }, you) {
  const others = people.filter(({ id, admitted }) => admitted && id !== you);
  return {
    coach: others.find(({ role }) => role === "coach") ?? null,
    watchers: others.filter(({ role }) => role === "watcher"),
  };
}

/**
 * How the picture goes to the coach: "live", "connecting", "away" (the coach has gone for a moment), "lost" (our own
 * line to the room), "none" (no direct line is possible).
 * @param {RoomPerson | null} coach
 * @param {string} phase of the line
 * @param {string | null} state of the direct line
 */
export function net(coach, phase, state) {
  if (phase === "lost") return "lost";
  if (!coach?.here && state !== "connected") return "away";
  return state === "connected" ? "live" : state === "none" ? "none" : "connecting";
}

/**
 * @typedef {{is: "show", picture: Picture} | {is: "hold", id: string, held: boolean} | {is: "send", picture: Picture}
 *   | {is: "sent", id: string, state: "waits" | "sending" | "here", share: number}} Duty
 * "show": tell the coach of it, with its preview; "send": the original goes up; "sent": tell how far it is
 */

/**
 * What is to be done about the pictures that were taken in this room.
 * @param {Readonly<Record<string, boolean>>} marks those pictures by id, and whether the sitter keeps each back
 * @param {readonly Picture[]} pictures all that this browser has
 * @param {RoomView} room
 * @param {Yes} yes
 * @returns {readonly Duty[]}
 */
export function duties(marks, pictures, room, yes) {
  if (!yes.pictures || !yes.see || !room.pictures_go) return [];
  const ours = new Map(pictures.map((picture) => [picture.id, picture]));
  const theirs = new Map(room.pictures.map((picture) => [picture.id, picture]));
  return Object.entries(marks).flatMap(([id, held]) => duty(id, ours.get(id), theirs.get(id), held));
}

/** @type {(id: string, ours: Picture | undefined, theirs: RoomPicture | undefined, held: boolean) => Duty[]} */
function duty(id, ours, theirs, held) {
  const back = held || !ours; // what was erased here cannot be had
  if (!theirs) return ours && !held ? [{ is: "show", picture: ours }] : [];
  if (theirs.held !== back) return [{ is: "hold", id, held: back }];
  if (!ours || back || !theirs.asked || theirs.state === "here") return [];
  return [{ is: "send", picture: ours }, { is: "sent", id, ...way(ours) }];
}

/** @type {(picture: Picture) => {state: "waits" | "sending" | "here", share: number}} */
function way({ state, sent, blob }) {
  if (state === "sent" || state === "judged") return { state: "here", share: 1 };
  const share = blob.size ? sent / blob.size : 0;
  return state === "sending" ? { state: "sending", share } : { state: "waits", share: 0 };
}

/**
 * How many previews have gone to the coach, how many are kept back, and how far the original is that is on its way.
 * @param {Readonly<Record<string, boolean>>} marks
 * @param {RoomView} room
 */
export function tally(marks, room) {
  const back = room.pictures.filter(({ held }) => held).map(({ id }) => id);
  const kept = new Set([...Object.keys(marks).filter((id) => marks[id]), ...back]);
  const going = room.pictures.find(({ asked, state }) => asked && (state === "sending" || state === "waits"));
  return {
    sent: room.pictures.filter(({ held }) => !held).length,
    kept: kept.size,
    percent: going ? Math.round(100 * going.share) : null,
  };
}

/**
 * The corner where a small picture covers nothing of a head, or least of it; the one where it stands while that is as
 * good as another.
 * @param {{width: number, height: number}} box
 * @param {{width: number, height: number}} small with its margin
 * @param {readonly Rect[]} heads
 * @param {Corner} now
 * @returns {Corner}
 */
export function corner(box, small, heads, now) {
  const covered = (/** @type {Corner} */ place) => {
    const x = place.endsWith("left") ? 0 : box.width - small.width;
    const y = place.startsWith("top") ? 0 : box.height - small.height;
    return heads.reduce((sum, head) => sum + shared({ x, y, ...small }, head), 0);
  };
  const best = Math.min(...CORNERS.map(covered));
  return covered(now) <= best ? now : CORNERS.find((place) => covered(place) <= best) ?? now;
}

/** @typedef {"top-left" | "bottom-left" | "bottom-right"} Corner the fourth is the badge's */
/** @type {readonly Corner[]} */
const CORNERS = ["top-left", "bottom-left", "bottom-right"];

/** @type {(a: Rect, b: Rect) => number} */
function shared(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}
