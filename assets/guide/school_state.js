// What the page of the school shows and does, as pure functions of what is known.

/** @import { SchoolLive } from "./school.d.ts" */
/** @import { State } from "./camera_state.js" */

const VIEWS = ["list", "drill", "score", "eye", "match", "class"];

/**
 * The view that a fragment names, and what of it: "#drill=loop"; the list for anything else.
 * @param {string} fragment
 */
export function viewOf(fragment) {
  const [, name = "", what = ""] = /^#(\w+)(?:=([\w-]{1,64}))?$/.exec(fragment) ?? [];
  return VIEWS.includes(name) ? { name, what } : { name: "list", what: "" };
}

/**
 * Seconds as a clock shows them, minutes and two digits: "1:05".
 * @param {number} seconds
 */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * What is left of the time, as a clock that shows 0:00 only once it is over.
 * @param {number} seconds
 */
export function left(seconds) { return clock(Math.ceil(seconds)); }

/**
 * @typedef {"start" | "wait" | "begin" | "hand_in" | "resume" | "over"} Act
 * What the one gold button does: start the camera, nothing while camera or server are waited for, begin, hand in, go on
 * after a pause; nothing once all is handed in.
 */

/**
 * @param {State} camera
 * @param {SchoolLive["run"]} run
 * @returns {Act}
 */
export function mainAct(camera, run) {
  if (run?.phase === "over") return "over";
  if (camera === "idle" || camera === "ended") return "start";
  if (!run || camera !== "live") return "wait";
  if (run.phase === "ready") return "begin";
  return run.phase === "paused" ? "resume" : "hand_in";
}

/**
 * Whether pressing it does something now.
 * @param {Act} act
 * @param {SchoolLive["run"]} run
 */
export function able(act, run) {
  return act === "hand_in" ? Boolean(run?.can_hand_in) : act !== "wait" && act !== "over";
}

/**
 * What the bar under the picture says: a cue of the guide, or a text of the page by its key.
 * @param {Act} act
 * @param {SchoolLive} live
 * @returns {{ kind: "calm" | "wrong" | "right" | "cue", key: string }}
 */
export function saying(act, live) {
  if (act !== "hand_in") return { kind: "calm", key: act };
  if (live.shown === "nothing") return { kind: "calm", key: "nothing" };
  if (live.shown === "wrong") {
    if (live.wrong === null) return { kind: "calm", key: "unseen" };
    return live.wrong ? { kind: "wrong", key: "wrong" } : { kind: "right", key: "right" };
  }
  return live.cue ? { kind: "cue", key: "" } : { kind: "calm", key: "unseen" };
}

/**
 * How large words are set, so that they fit two lines: "" as large as they come, "long" or "longer".
 * @param {string} said
 * @param {number} most letters that fit as large as they come
 */
export function fitting(said, most) {
  return said.length <= most ? "" : said.length <= 1.5 * most ? "long" : "longer";
}

/**
 * The four pieces of an axis' bar, from "not yet" to "sure": how wide each is, and which one is reached.
 * @param {readonly number[]} bounds points from which an axis is fair, good, sure
 * @param {number} points
 */
export function pieces(bounds, points) {
  const ends = [0, ...bounds, 100];
  const reached = bounds.filter((bound) => points >= bound).length;
  return ends.slice(1).map((end, at) => (
    { width: end - Number(ends[at]), is: at < reached ? "on" : at === reached ? "at" : "" }));
}

/**
 * What a key asks for: Enter the gold button, P pause or go on. Where a control has the focus, Enter is that control's.
 * @param {{ key: string, repeat: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 * @param {boolean} control the focus is on a control
 * @param {boolean} typing and it is one that is typed into
 * @returns {"main" | "pause" | null}
 */
export function keyOf({ key, repeat, ctrlKey, metaKey, altKey }, control, typing) {
  if (repeat || ctrlKey || metaKey || altKey || typing) return null;
  if (key === "Enter") return control ? null : "main";
  return key.toLowerCase() === "p" ? "pause" : null;
}
