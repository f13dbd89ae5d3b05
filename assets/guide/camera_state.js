// In which state the camera is, and what is to be done about it: a pure function of what was known, of what is seen
// now, and of the time. It knows no element and no clock; camera.js looks and acts.
//
// A trouble is told by its code: the browser's own name of an error, or one of ours. Python has the words for states
// and troubles, sent beforehand, so that they can be said even while Python cannot be asked.

export const LIMITS = {
  start: 10_000, // ms from the picture, or from the question for it, to the guide's first look: more is too long
  silent: 4_000, // ms without a message from Python: then the server is asked whether it is there
  still: 10_000, // ms without a new picture: a busy machine is slower than 4 s
  again: 2_000, // ms between two questions to a server that does not answer
};

/**
 * @typedef {"idle" | "asking" | "connecting" | "live" | "paused" | "lost" | "ended"} State
 * @typedef {"open" | "close" | "ask"} Act open or close the capture; ask the server
 *
 * @typedef {object} Known
 * @property {State} state
 * @property {{code: string, detail: string} | null} trouble
 * @property {number} since when the picture was asked for, or came
 * @property {number} advanced when the picture last moved on
 * @property {number | null} place and to where, in seconds
 * @property {boolean} resuming the camera was unplugged: it starts again by itself once one is there
 * @property {number} asked when the server was last asked whether it is there
 * @property {readonly Act[]} acts what is to be done now
 *
 * @typedef {object} Seen
 * @property {"start" | "stop" | "leave" | "refused" | "unplugged" | "returned" | null} event what has just happened:
 *   Start or Stop was pressed, another picture comes in the camera's place, the browser gave no camera, the camera has
 *   gone, a camera is there again
 * @property {{name: string, detail: string} | null} error what the browser said when it gave none
 * @property {boolean} sample no camera is needed
 * @property {boolean} secure browsers give the camera to secure pages only
 * @property {boolean} supported this browser gives pages a camera
 * @property {boolean} hidden the page is out of sight
 * @property {number} quiet ms since the last word from Python
 * @property {boolean} deaf the server was asked and did not answer
 * @property {"none" | "asking" | "live"} track what there is of the capture
 * @property {number | null} place where its picture is, in seconds; null before the first
 * @property {boolean} told the guide has looked since it was opened
 * @property {boolean} muted the camera gives no picture for the moment
 */

/** @type {Known} */
export const FIRST = {
  state: "idle", trouble: null, since: 0, advanced: 0, place: null, resuming: false, asked: -Infinity, acts: [],
};

/**
 * What is known after this look, with what is to be done.
 * @param {Known} known
 * @param {Seen} seen
 * @param {number} now in milliseconds, of any clock that does not jump
 * @returns {Known}
 */
export function next(known, seen, now) {
  const before = { ...known, acts: [] };
  switch (seen.event) {
    case "start": return begin(before, seen, now);
    case "stop": return act(be({ ...before, resuming: false }, "ended"), "close");
    case "leave": return act(be({ ...before, resuming: false }, "idle"), "close");
    case "refused": return be({ ...before, resuming: false }, "idle", seen.error?.name, seen.error?.detail);
    case "unplugged": return act(be({ ...before, resuming: true }, "lost", "unplugged"), "close");
    case "returned": return before.resuming ? begin(before, seen, now) : before;
    default: return looked(before, seen, now);
  }
}

/** @type {(known: Known, state: State, code?: string | null, detail?: string) => Known} */
function be(known, state, code = null, detail = "") {
  return { ...known, state, trouble: code === null ? null : { code, detail } };
}

/** @type {(known: Known, act: Act) => Known} */
function act(known, act) {
  return { ...known, acts: [...known.acts, act] };
}

/** @type {(seen: Seen) => string | null} */
function impossible({ sample, secure, supported }) {
  return sample ? null : !secure ? "insecure" : !supported ? "unsupported" : null;
}

/** @type {(known: Known, seen: Seen, now: number) => Known} */
function begin(known, seen, now) {
  const why = impossible(seen);
  if (why) return be(known, "idle", why);
  return act(be({ ...known, since: now, advanced: now, place: null, resuming: false }, "asking"), "open");
}

/** @type {(known: Known, seen: Seen, now: number) => Known} */
function looked(known, seen, now) {
  const asks = seen.quiet > LIMITS.silent && !seen.hidden && now - known.asked >= LIMITS.again;
  const at = asks ? act({ ...known, asked: now }, "ask") : known;
  // The picture itself goes on: it is the camera's own.
  if (seen.deaf) return be(at, "lost", "server");
  if (seen.track === "live") return plays(at, seen, now);
  if (seen.track === "asking") return be(at, "asking", now - at.since > LIMITS.start ? "unanswered" : null);
  if (at.state === "idle" && impossible(seen)) return be(at, "idle", impossible(seen));
  const over = at.trouble?.code === "server" || !["idle", "ended", "lost"].includes(at.state);
  return over ? be(at, "ended") : at;
}

/** @type {(known: Known, seen: Seen, now: number) => Known} */
function plays(known, seen, now) {
  const came = known.place === null && seen.place !== null; // from here on the guide is waited for
  const moves = seen.place !== known.place || seen.hidden || seen.muted; // nothing is drawn where nobody looks
  const at = { ...known, place: seen.place, since: came ? now : known.since, advanced: moves ? now : known.advanced };
  if (seen.hidden) return be(at, "paused", "hidden");
  if (seen.muted) return be(at, "paused", "muted");
  if (now - at.advanced > LIMITS.still) {
    return act(act(be({ ...at, since: now, advanced: now, place: null }, "lost", "silent"), "close"), "open");
  }
  if (seen.told) return be(at, "live");
  return be(at, "connecting", now - at.since > LIMITS.start ? "slow" : null);
}
