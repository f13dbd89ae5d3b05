import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, hides } from "../room_lesson.js";
import { told as onCoachsPage } from "../room_cues.js";
import { NOBODY, heard } from "../room_state.js";
import { instead } from "../sitter_state.js";

/** @import { Drilling, RoomDrill, RoomView } from "../room.d.ts" */

/** @type {(about?: Partial<RoomDrill>) => RoomDrill} */
const drill = (about) => ({
  drill: "headroom", number: 1, phase: "going", step: 0, moved: false, attempt: "", revealed: false, ...about,
});
/** @type {(about?: Partial<RoomView>) => RoomView} */
const view = (about) => ({
  name: "A room", use: "headshot", use_locked: false, locked: false, paused: false, pinned: null, drill: null,
  match: null, people: [], see: true, pictures_go: true, camera_allowed: true, closes: 9e9, pictures: [],
  abilities: null, doing: null, ...about,
});
/** @type {Drilling} */
const drilling = {
  kind: "drilling", number: 1, title: "Headroom", goal: "A hand's width", asked: [], step: 0, of: 1, left: 90,
  seconds: 90,
};
/** @type {(role: "coach" | "watcher", room: RoomView) => ReturnType<typeof heard>} */
const welcomed = (role, room) => heard(NOBODY, { kind: "welcome", you: "x", me: "y", role, ice: [], room }, 0);
const live = /** @type {any} */ ({ deck: { cue: { text: "Tilt the camera up", arrow: "up" } }, panel: null });
const must = /** @type {const} */ ("must");
const ranked = [{ cue: "headroom.low", words: "Tilt the camera up", amount: "", symbol: must }];

test("a drill is on until it is over", () => {
  assert.deepEqual([null, view(), view({ drill: drill() }), view({ drill: drill({ phase: "over" }) })].map(hides),
    [false, false, true, false]);
});

test("when a drill begins, the cue that a watcher's page still shows goes, and a coach's page keeps its own", () => {
  for (const role of /** @type {const} */ (["coach", "watcher"])) {
    const told = heard(welcomed(role, view()), { kind: "guidance", live, ranked, measured: [], corrections: null }, 1);
    const after = heard(told, { kind: "room", room: view({ drill: drill() }) }, 2);
    assert.equal(after.live === null, role === "watcher");
    assert.equal(onCoachsPage(after).by, role === "watcher" ? "drill" : "guide");
  }
});

test("what was told of another run or of another picture is not shown of this one", () => {
  const told = heard(welcomed("coach", view({ drill: drill() })), drilling, 1);
  assert.equal(told.drilling, drilling);
  assert.equal(heard(told, { kind: "room", room: view({ drill: drill({ number: 2 }) }) }, 2).drilling, null);
  assert.equal(heard(told, { kind: "room", room: view() }, 2).drilling, null);
});

test("corrections are told of a drill that is on alone", () => {
  const on = heard(welcomed("coach", view({ drill: drill() })), {
    kind: "guidance", live, ranked, measured: [], corrections: 2,
  }, 1);
  assert.equal(on.corrections, 2);
  assert.equal(heard(on, { kind: "room", room: view() }, 2).corrections, null);
});

test("a guide that is paused says nothing in place of a drill's silence, and own words can be pinned", () => {
  const pinned = { by: "Ana", cue: null, words: "Breathe out", arrow: /** @type {const} */ ("none") };
  assert.equal(instead(view({ paused: true, drill: drill() })), null);
  assert.equal(instead(view({ paused: true })), "paused");
  assert.equal(instead(view({ pinned, drill: drill() })), "pinned");
});

test("time is shown as on a clock", () => {
  assert.deepEqual([65, 9, 0].map((seconds) => clock(seconds, "en")), ["1:05", "0:09", "0:00"]);
});
