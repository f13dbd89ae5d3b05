// In which state the camera is, and what is to be done about it: a pure function of what was known, of what is seen of
// the page now, and of the time. It knows no element and no clock; camera.js looks and acts.
//
// A trouble is told by its code: the browser's own name of an error, or one of ours. Python has the words for states
// and troubles, sent beforehand, so that they can be said even while Python cannot be asked.

export const LIMITS = {
  start: 10_000, // ms from Start to the first picture: more is too long
  silent: 4_000, // ms without a message from Python: then the server is asked whether it is there
  still: 10_000, // ms without a new frame: a busy machine is slower than 4 s, and starting over makes it busier
  again: 2_000, // ms between two questions to a server that does not answer
  going: 4_000, // ms in which the old picture of a stream that was lost may still be there
};

/**
 * @typedef {"idle" | "asking" | "connecting" | "live" | "paused" | "lost" | "ended"} State
 * @typedef {"press" | "focus" | "ask"} Act press Start or Stop; take the focus out of the iframe; ask the server
 *
 * @typedef {object} Known
 * @property {State} state
 * @property {{code: string, detail: string} | null} trouble
 * @property {boolean} sample the sample takes the camera's place
 * @property {boolean} unasked the sample begins by itself, once its Start is there
 * @property {number | null} pressed when Start was pressed, while no picture plays yet
 * @property {number} advanced when the picture last moved on
 * @property {number} place and to where, in seconds of the stream
 * @property {boolean} wanted the picture played, and nobody has pressed Stop
 * @property {"camera" | "end" | null} resuming what it waits for before it starts again by itself: a camera, or only
 *   the old stream's end
 * @property {number | null} stopped when Stop was pressed for what was lost, while the old picture has yet to go
 * @property {number} asked when the server was last asked whether it is there
 * @property {readonly Act[]} acts what is to be done now
 *
 * @typedef {object} Seen
 * @property {"stop" | "leave" | "unplugged" | "returned" | null} event what has just happened: Stop was pressed,
 *   another picture comes in the camera's place, the camera has gone, a camera is there again
 * @property {boolean} sample the sample is what is wanted
 * @property {boolean} secure browsers give the camera to secure pages only
 * @property {boolean} supported this browser gives pages a camera
 * @property {boolean} hidden the page is out of sight
 * @property {number} quiet ms since the last word from Python
 * @property {boolean} deaf the server was asked and did not answer
 * @property {boolean} served Python still has the stream: a new one started before that has ended would get no answer
 * @property {boolean} there the iframe's own page is loaded
 * @property {boolean} button its Start or Stop can be pressed
 * @property {boolean} running it has a picture, or turns its wheel
 * @property {boolean} video it has a picture, moving or not
 * @property {number | null} place where the picture is, in seconds; null before its first frame
 * @property {string} error what it says went wrong, beginning with the error's name; empty where nothing did
 * @property {boolean} granting the browser is asking the person for the camera
 * @property {boolean} muted the camera gives no picture for the moment
 */

/** @type {Known} */
export const FIRST = {
  state: "idle", trouble: null, sample: false, unasked: false, pressed: null, advanced: 0, place: 0, wanted: false,
  resuming: null, stopped: null, asked: -Infinity, acts: [],
};

/**
 * What is known after this look, with what is to be done.
 * @param {Known} known
 * @param {Seen} seen
 * @param {number} now in milliseconds, of any clock that does not jump
 * @returns {Known}
 */
export function next(known, seen, now) {
  const before = { ...known, acts: [], sample: seen.sample, unasked: seen.sample && (known.unasked || !known.sample) };
  switch (seen.event) {
    case "stop": return left(before, seen);
    case "leave": return { ...left(before, seen), wanted: false }; // it has not ended, it was left
    case "unplugged": return lose(before, seen, now, "unplugged");
    case "returned": return looked(before.resuming ? { ...before, resuming: "end" } : before, seen, now);
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

// The one button starts as well: it is pressed only where something runs.
/** @type {(known: Known, seen: Seen) => Known} */
function left(known, seen) {
  const resting = { ...known, resuming: null };
  return seen.running ? act(resting, "press") : resting;
}

/** @type {(known: Known, seen: Seen, now: number, what: "unplugged" | "silent") => Known} */
function lose(known, seen, now, what) {
  const lost = be({ ...known, resuming: what === "unplugged" ? "camera" : "end" }, "lost", what);
  return seen.video ? act({ ...lost, stopped: now }, "press") : lost;
}

/** @type {(known: Known, seen: Seen, now: number) => Known} */
function looked(known, seen, now) {
  const asks = seen.quiet > LIMITS.silent && !seen.hidden && now - known.asked >= LIMITS.again;
  const at = asks ? act({ ...known, asked: now }, "ask") : known;
  // Its old picture may be gone by the time the server is back.
  if (seen.deaf) return be({ ...at, resuming: at.wanted ? "end" : at.resuming }, "lost", "server");
  if (!seen.sample && !seen.secure) return be(at, "idle", "insecure");
  if (!seen.sample && !seen.supported) return be(at, "idle", "unsupported");
  if (!seen.there) return at;
  if (seen.place !== null) return plays(at, seen, now, seen.place);
  if (seen.error) return be({ ...at, pressed: null }, "idle", seen.error.split(":", 1)[0], seen.error);
  return seen.running ? starts(at, seen, now) : rests(at, seen);
}

/** @type {(known: Known, seen: Seen, now: number, place: number) => Known} */
function plays(known, seen, now, place) {
  if (known.stopped !== null && now - known.stopped < LIMITS.going) return known; // what still shows is what was lost
  const moves = place !== known.place || !known.wanted || seen.hidden; // nothing is drawn where nobody looks
  const focused = known.wanted ? known : act(known, "focus");
  const at = { ...focused, place, advanced: moves ? now : known.advanced, wanted: true, pressed: null };
  if (known.trouble?.code === "server") return lose(at, seen, now, "silent"); // it is back: start again
  if (seen.hidden) return be(at, "paused", "hidden");
  if (seen.muted) return be(at, "paused", "muted");
  if (now - at.advanced > LIMITS.still) return lose(at, seen, now, "silent");
  return be(at, "live");
}

/** @type {(known: Known, seen: Seen, now: number) => Known} */
function starts(known, seen, now) {
  if (known.stopped !== null) return known;
  // After Start was pressed, nothing else is waited for.
  const at = known.pressed === null ? { ...known, resuming: null, pressed: now, wanted: false } : known;
  const late = now - (at.pressed ?? now) > LIMITS.start;
  if (seen.granting) return be(at, "asking", late ? "unanswered" : null);
  return be(at, "connecting", late ? "slow" : null);
}

/** @type {(known: Known, seen: Seen) => Known} */
function rests(known, seen) {
  const at = { ...known, pressed: null, stopped: null };
  if (at.unasked && seen.button) return act({ ...at, unasked: false }, "press");
  // A guide that was started again makes a new iframe, whose Start takes a moment to come.
  const again = at.resuming === "end" && seen.button && !seen.served && !seen.hidden;
  if (again) return act({ ...at, resuming: null }, "press");
  if (at.resuming) return at;
  if (at.wanted) return be({ ...at, wanted: false }, "ended");
  return ["ended", "lost", "idle"].includes(at.state) ? at : be(at, "idle");
}
