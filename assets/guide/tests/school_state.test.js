// What the page of the school shows and does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { able, clock, fitting, keyOf, left, mainAct, pieces, saying, viewOf } from "../school_state.js";

/** @import { SchoolLive } from "../school.d.ts" */

/** @type {NonNullable<SchoolLive["run"]>} */
const RUN = {
  phase: "going", step: 1, of: 1, goal: "", left: 60, seconds: 90, can_hand_in: true, corrections: 0,
};
const LIVE = /** @type {SchoolLive} */ (/** @type {unknown} */ ({ shown: "cues", cue: null, wrong: null, run: RUN }));
const CUE = /** @type {SchoolLive["cue"]} */ (/** @type {unknown} */ ({ text: "Come closer", kind: "must" }));
const KEY = { key: "Enter", repeat: false, ctrlKey: false, metaKey: false, altKey: false };

test("a fragment names a view and what of it, and anything else is the list", () => {
  assert.deepEqual(viewOf("#drill=place_the_key"), { name: "drill", what: "place_the_key" });
  assert.deepEqual(viewOf("#eye"), { name: "eye", what: "" });
  for (const other of ["", "#", "#nothing", "#drill=a b", "#drill=../x", `#score=${"x".repeat(65)}`]) {
    assert.deepEqual(viewOf(other), { name: "list", what: "" });
  }
});

test("a clock has minutes and two digits, and is never below nothing", () => {
  assert.equal(clock(65.4), "1:05");
  assert.equal(clock(600), "10:00");
  assert.equal(clock(-3), "0:00");
});

test("what is left is nothing only once it is over", () => {
  assert.equal(left(0.2), "0:01");
  assert.equal(left(0), "0:00");
});

test("the gold button does one thing after the other", () => {
  const phases = /** @type {const} */ (["ready", "going", "paused", "over"]);
  assert.deepEqual(phases.map((phase) => mainAct("live", { ...RUN, phase })), ["begin", "hand_in", "resume", "over"]);
  assert.equal(mainAct("idle", RUN), "start", "without a camera nothing can be handed in");
  assert.equal(mainAct("connecting", RUN), "wait");
  assert.equal(mainAct("live", null), "wait");
});

test("nothing is handed in that was not looked at for long enough, and nothing twice", () => {
  assert.ok(able("hand_in", RUN));
  assert.ok(!able("hand_in", { ...RUN, can_hand_in: false }));
  assert.ok(!able("over", RUN));
  assert.ok(!able("wait", null));
  assert.ok(able("start", null));
});

test("the bar says what the level lets it, and no cue that came all the same", () => {
  assert.deepEqual(saying("hand_in", { ...LIVE, cue: CUE }), { kind: "cue", key: "" });
  assert.equal(saying("hand_in", { ...LIVE, shown: "wrong", wrong: true, cue: CUE }).kind, "wrong");
  assert.equal(saying("hand_in", { ...LIVE, shown: "wrong", wrong: false }).kind, "right");
  assert.equal(saying("hand_in", { ...LIVE, shown: "wrong", wrong: null }).key, "unseen");
  assert.deepEqual(saying("hand_in", { ...LIVE, shown: "nothing", cue: CUE }), { kind: "calm", key: "nothing" });
  assert.equal(saying("resume", { ...LIVE, cue: CUE }).key, "resume", "in a pause nothing is told");
});

test("longer words are set smaller, never larger", () => {
  const sizes = ["", "long", "longer"];
  const found = [10, 50, 51, 75, 76, 200].map((length) => sizes.indexOf(fitting("x".repeat(length), 50)));
  assert.deepEqual(found, [0, 0, 1, 1, 2, 2]);
});

test("the pieces of a bar are as wide as their levels, and the one that is reached is told apart", () => {
  const found = pieces([50, 70, 90], 62);
  assert.deepEqual(found.map(({ width }) => width), [50, 20, 20, 10]);
  assert.deepEqual(found.map(({ is }) => is), ["on", "at", "", ""]);
  assert.equal(pieces([50, 70, 90], 90).at(-1)?.is, "at", "the bound belongs to the level that begins there");
  assert.equal(pieces([50, 70, 90], 0)[0]?.is, "at");
});

test("Enter is the gold button's where no control has the focus, and P pauses but while somebody types", () => {
  assert.equal(keyOf(KEY, false, false), "main");
  assert.equal(keyOf(KEY, true, false), null, "the control's own");
  assert.equal(keyOf({ ...KEY, key: "P" }, true, false), "pause");
  assert.equal(keyOf({ ...KEY, key: "p" }, true, true), null);
  assert.equal(keyOf({ ...KEY, repeat: true }, false, false), null, "a key that is held hands in once");
  assert.equal(keyOf({ ...KEY, ctrlKey: true }, false, false), null);
});
