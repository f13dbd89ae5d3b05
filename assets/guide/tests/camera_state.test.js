// Every state of the camera with everything that can be seen of it, and what happens one after the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, LIMITS, next } from "../camera_state.js";

/** @import { Known, Seen, State } from "../camera_state.js" */

/** @type {Seen} */
const RESTS = {
  event: null, sample: false, secure: true, supported: true, hidden: false, quiet: 0, deaf: false, served: false,
  there: true, button: true, running: false, video: false, place: null, error: "", granting: false, muted: false,
};
const STARTS = { ...RESTS, running: true };
const PLAYS = { ...RESTS, running: true, video: true, place: 6 };
const DENIED = "NotAllowedError: Permission denied";

/** @type {Readonly<Record<State, Known>>} */
const KNOWN = {
  idle: FIRST,
  asking: { ...FIRST, state: "asking", pressed: 0 },
  connecting: { ...FIRST, state: "connecting", pressed: 0 },
  live: { ...FIRST, state: "live", wanted: true, place: 5 },
  paused: { ...FIRST, state: "paused", trouble: { code: "hidden", detail: "" }, wanted: true, place: 5 },
  lost: {
    ...FIRST, state: "lost", trouble: { code: "unplugged", detail: "" }, wanted: true, place: 5, resuming: "camera",
    stopped: 0,
  },
  ended: { ...FIRST, state: "ended" },
};

/** @type {readonly (readonly [sight: string, seen: Seen, ...expected: string[]])[]} */
const TABLE = [
  // idle, asking, connecting, live, paused, lost, ended
  ["rests", RESTS, "idle", "idle", "idle", "ended", "ended", "lost unplugged", "ended"],
  ["starts", STARTS, ...six("connecting")],
  ["the browser asks", { ...STARTS, granting: true }, ...six("asking")],
  ["plays", PLAYS, ...six("live")],
  ["plays, out of sight", { ...PLAYS, hidden: true }, ...six("paused hidden")],
  ["plays, muted", { ...PLAYS, muted: true }, ...six("paused muted")],
  ["an error", { ...RESTS, error: DENIED }, ...all("idle NotAllowedError")],
  ["no server", { ...PLAYS, deaf: true }, ...all("lost server")],
  ["no secure page", { ...RESTS, secure: false }, ...all("idle insecure")],
  ["no camera in this browser", { ...RESTS, supported: false }, ...all("idle unsupported")],
  ["unplugged", { ...PLAYS, event: "unplugged" }, ...all("lost unplugged")],
  ["the iframe is not there yet", { ...RESTS, there: false }, ...Object.values(KNOWN).map(told)],
  ["Stop was just pressed", { ...PLAYS, event: "stop" }, ...Object.values(KNOWN).map(told)],
  ["another picture comes", { ...PLAYS, event: "leave" }, ...Object.values(KNOWN).map(told)],
  ["a camera is there again", { ...RESTS, event: "returned" }, "idle", "idle", "idle", "ended", "ended",
    "lost unplugged", "ended"],
];

/** @param {string} expected */
function all(expected) { return Array.from({ length: 7 }, () => expected); }

// What was lost is not live again while its old picture still shows.
/** @param {string} expected */
function six(expected) { return all(expected).with(5, "lost unplugged"); }

/** @param {Known} known */
function told({ state, trouble }) { return trouble ? `${state} ${trouble.code}` : state; }

for (const [sight, seen, ...expected] of TABLE) {
  Object.entries(KNOWN).forEach(([state, known], at) => {
    test(`${state}; ${sight}: ${expected[at]}`, () => assert.equal(told(next(known, seen, 1000)), expected[at]));
  });
}

/**
 * What is known after looks that follow each other; each is a time and what is seen then.
 * @param {...(readonly [now: number, seen: Seen])} looks
 */
function after(...looks) {
  return looks.reduce((known, [now, seen]) => next(known, seen, now), FIRST);
}

/** @type {(known: Known) => boolean} */
const presses = (known) => known.acts.includes("press");

test("a question that is not answered in 10 s has its words, and so has a picture that does not come through", () => {
  const late = LIMITS.start + 1;
  const asks = { ...STARTS, granting: true };
  assert.equal(told(after([0, asks], [late, asks])), "asking unanswered");
  assert.equal(told(after([0, STARTS], [late, STARTS])), "connecting slow");
  assert.equal(told(after([0, STARTS], [late, STARTS], [late + 1, PLAYS])), "live");
  assert.equal(told(after([0, STARTS], [late, RESTS], [late + 1, STARTS])), "connecting", "each Start has its 10 s");
  assert.equal(told(after([0, STARTS], [1, PLAYS], [late + 1, STARTS])), "connecting", "after a picture as well");
});

test("the focus is taken out of the iframe once, when its picture first plays", () => {
  assert.deepEqual(after([0, STARTS], [1, PLAYS]).acts, ["focus"]);
  assert.deepEqual(after([0, STARTS], [1, PLAYS], [2, PLAYS]).acts, []);
});

test("a picture that stands still is stopped, and started again when the old stream has ended", () => {
  const still = LIMITS.still + 2;
  /** @type {(readonly [number, Seen])[]} */
  const silent = [[0, STARTS], [1, PLAYS], [still, PLAYS]];
  assert.equal(told(after(...silent)), "lost silent");
  assert.ok(presses(after(...silent)), "Stop");
  const gone = [still + 1, { ...RESTS, served: true }];
  assert.ok(!presses(after(...silent, /** @type {[number, Seen]} */ (gone))), "Python still has it");
  const again = after(...silent, [still + 1, RESTS]);
  assert.ok(presses(again), "Start");
  assert.ok(!presses(next(again, RESTS, still + 2)), "once");
});

test("a picture that moves on is never taken for one that stands still", () => {
  const looks = Array.from({ length: 100 }, (_, at) => /** @type {const} */ ([at * 1000, { ...PLAYS, place: at + 1 }]));
  assert.equal(told(after(...looks)), "live");
});

test("what nobody looked at is not taken for one that stands still", () => {
  const long = 10 * LIMITS.still;
  assert.equal(told(after([0, PLAYS], [long, { ...PLAYS, hidden: true }], [long + 1, PLAYS])), "live");
});

test("a camera that was pulled out is started again once a camera is there, and not before", () => {
  /** @type {(readonly [number, Seen])[]} */
  const gone = [[0, PLAYS], [1, { ...PLAYS, event: "unplugged" }], [2, RESTS]];
  const waits = after(...gone, [3, RESTS]);
  assert.equal(told(waits), "lost unplugged");
  assert.ok(!presses(waits));
  assert.ok(presses(after(...gone, [3, { ...RESTS, event: "returned" }])));
  assert.ok(!presses(after(...gone, [3, { ...RESTS, event: "returned", hidden: true }])), "nobody looks");
  assert.ok(!presses(after(...gone, [3, STARTS], [4, { ...RESTS, event: "returned" }])), "somebody pressed Start");
});

test("the old picture of a lost camera counts for nothing until it has gone, and as playing after 4 s", () => {
  /** @type {(readonly [number, Seen])[]} */
  const gone = [[0, PLAYS], [1, { ...PLAYS, event: "unplugged" }]];
  assert.equal(told(after(...gone, [LIMITS.going, PLAYS])), "lost unplugged");
  assert.equal(told(after(...gone, [LIMITS.going + 1, PLAYS])), "live");
});

test("a server that is back has its picture started again", () => {
  const deaf = { ...PLAYS, deaf: true };
  const back = after([0, PLAYS], [1, deaf], [2, PLAYS]);
  assert.equal(told(back), "lost silent");
  assert.ok(presses(back), "Stop, for its old picture still shows");
  assert.ok(presses(after([0, PLAYS], [1, deaf], [2, RESTS])), "Start, for its old picture has gone");
  assert.ok(!presses(after([0, RESTS], [1, { ...RESTS, deaf: true }], [2, RESTS])), "nothing played before");
});

test("the server is asked after 4 s of silence, each 2 s, and not while the page is out of sight", () => {
  const quiet = { ...PLAYS, quiet: LIMITS.silent + 1 };
  assert.deepEqual(after([0, PLAYS], [1, PLAYS]).acts, []);
  assert.deepEqual(after([0, PLAYS], [1, quiet]).acts, ["ask"]);
  assert.deepEqual(after([0, PLAYS], [1, quiet], [LIMITS.again, quiet]).acts, []);
  assert.deepEqual(after([0, PLAYS], [1, quiet], [LIMITS.again + 1, quiet]).acts, ["ask"]);
  assert.deepEqual(after([0, PLAYS], [1, { ...quiet, hidden: true }]).acts, []);
});

test("Stop presses what runs, never what rests, and nothing starts again by itself after it", () => {
  /** @type {Seen} */
  const stop = { ...PLAYS, event: "stop" };
  const stopped = after([0, PLAYS], [1, stop]);
  assert.ok(presses(stopped));
  assert.equal(told(next(stopped, RESTS, 2)), "ended");
  assert.ok(!presses(next(stopped, RESTS, 2)));
  assert.ok(!presses(next(FIRST, { ...RESTS, event: "stop" }, 1)));
});

test("what has ended stays so when the server was away and is back", () => {
  const ended = after([0, PLAYS], [1, { ...PLAYS, event: "stop" }], [2, RESTS], [3, { ...RESTS, deaf: true }]);
  assert.ok(!presses(next(ended, RESTS, 4)));
});

test("a camera that was left for another picture has not ended", () => {
  assert.equal(told(after([0, PLAYS], [1, { ...PLAYS, event: "leave" }], [2, RESTS])), "idle");
});

test("the sample begins by itself, once, and needs neither a secure page nor a camera", () => {
  const sample = { ...RESTS, sample: true, secure: false, supported: false };
  const waits = after([0, RESTS], [1, { ...sample, button: false }]);
  assert.ok(!presses(waits), "its Start is not there yet");
  const begun = next(waits, sample, 2);
  assert.ok(presses(begun));
  assert.ok(!presses(next(begun, sample, 3)));
  assert.ok(presses(next(next(begun, RESTS, 3), sample, 4)), "each time that somebody turns to it");
});

test("an error keeps its words until Start is pressed", () => {
  const denied = after([0, STARTS], [1, { ...RESTS, error: DENIED }]);
  assert.deepEqual(denied.trouble, { code: "NotAllowedError", detail: DENIED });
  assert.equal(told(next(denied, RESTS, 2)), "idle NotAllowedError");
  assert.equal(told(next(denied, STARTS, 2)), "connecting");
});

test("nothing given is changed, whatever comes after whatever", () => {
  const sights = TABLE.map(([, seen]) => Object.freeze(seen));
  for (const first of Object.values(KNOWN)) {
    for (const one of sights) {
      for (const other of sights) {
        const between = Object.freeze(next(Object.freeze(first), one, 1000));
        const { acts, state } = next(between, other, 20_000);
        assert.ok(state in KNOWN);
        assert.ok(acts.filter((act) => act === "press").length <= 1);
      }
    }
  }
});
