// What a room does on the sitter's page: what is said in place of the guide's cue, and what goes to the coach.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO, corner, duties, net, tally, told } from "../sitter_state.js";

/** @import { ToldCue } from "../live.d.ts" */
/** @import { Picture } from "../picture.js" */
/** @import { RoomPicture, RoomView } from "../room.d.ts" */

/** @type {RoomView} */
const ROOM = {
  name: "", use: "", use_locked: false, locked: false, paused: false, pinned: null, drill: null,
  match: null, people: [], see: true,
  pictures_go: true, camera_allowed: false, closes: 0, pictures: [], abilities: null, doing: null,
};
const YES = { see: true, pictures: true, camera: false };
/** @type {(id: string, change?: object) => Picture} */
const mine = (id, change) => /** @type {Picture} */ (/** @type {unknown} */ (
  { id, burst: "b", number: 1, width: 2, height: 1, blob: new Blob(["1234"]), state: "waiting", sent: 0, ...change }));
/** @type {(id: string, change?: object) => RoomPicture} */
const theirs = (id, change) => ({
  id, burst: "b", number: 1, held: false, starred: false, state: "none", share: 0, width: 2, height: 1, bytes: 4,
  asked: false, ...change,
});
/** @type {(pictures: RoomPicture[]) => RoomView} */
const having = (pictures) => ({ ...ROOM, pictures });
/** @type {ToldCue} */
const CUE = {
  text: "Step back", spoken: "Step back", kind: "must", id: "crop.near", measure: "crop", direction: "farther",
  arrow: "farther", hint: "",
};
/** @type {(cue: string | null) => RoomView} */
const pinning = (cue) => ({ ...ROOM, pinned: { by: "Ana", cue, words: "Drop your shoulder", arrow: "down" } });

test("what is pinned is read and spoken in place of the guide's cue, with its own arrow", () => {
  const cue = told(CUE, pinning("pose.shoulders"), "waits");
  assert.deepEqual([cue?.text, cue?.spoken, cue?.arrow], ["Drop your shoulder", "Drop your shoulder", "down"]);
});

test("while the guide waits nothing of its own is said, and a pin is said all the same", () => {
  assert.equal(told(CUE, { ...ROOM, paused: true }, "waits")?.text, "waits");
  assert.equal(told(CUE, { ...pinning(null), paused: true }, "waits")?.text, "Drop your shoulder");
});

test("without a pin and outside a room the guide's cue is its own", () => {
  assert.equal(told(CUE, ROOM, "waits"), CUE);
  assert.equal(told(CUE, null, "waits"), CUE);
});

test("a picture goes to the coach as a preview once it is taken, and its original only when it is asked for", () => {
  const [show, ...more] = duties({ a: false }, [mine("a")], ROOM, YES);
  assert.deepEqual([show?.is, more], ["show", []]);
  assert.deepEqual(duties({ a: false }, [mine("a")], having([theirs("a")]), YES), []);
  const asked = duties({ a: false }, [mine("a")], having([theirs("a", { asked: true, state: "waits" })]), YES);
  assert.deepEqual(asked.map(({ is }) => is), ["send", "sent"]);
  assert.deepEqual(duties({ a: false }, [mine("a")], having([theirs("a", { asked: true, state: "here" })]), YES), []);
});

test("nothing goes before the yes, without the yes to pictures, or before the room knows of it", () => {
  for (const yes of [NO, { ...YES, pictures: false }, { ...YES, see: false }]) {
    assert.deepEqual(duties({ a: false }, [mine("a")], ROOM, yes), []);
  }
  assert.deepEqual(duties({ a: false }, [mine("a")], { ...ROOM, pictures_go: false }, YES), []);
});

test("what is kept back is never shown or sent, and the room is told so", () => {
  assert.deepEqual(duties({ a: true }, [mine("a")], ROOM, YES), []);
  const held = duties({ a: true }, [mine("a")], having([theirs("a", { asked: true, state: "waits" })]), YES);
  assert.deepEqual(held, [{ is: "hold", id: "a", held: true }]);
  const back = duties({ a: false }, [mine("a")], having([theirs("a", { held: true })]), YES);
  assert.deepEqual(back, [{ is: "hold", id: "a", held: false }]);
});

test("what was erased here is taken back from the room", () => {
  assert.deepEqual(duties({ a: false }, [], having([theirs("a")]), YES), [{ is: "hold", id: "a", held: true }]);
});

test("pictures from outside the room are no business of the coach's", () => {
  assert.deepEqual(duties({}, [mine("old")], ROOM, YES), []);
});

test("how far an original is goes by its bytes, and what is there is there", () => {
  const way = (/** @type {object} */ change) => duties({ a: false }, [mine("a", change)],
    having([theirs("a", { asked: true, state: "waits" })]), YES).find(({ is }) => is === "sent");
  assert.deepEqual(way({ state: "sending", sent: 1 }), { is: "sent", id: "a", state: "sending", share: 0.25 });
  assert.deepEqual(way({ state: "judged", sent: 4 }), { is: "sent", id: "a", state: "here", share: 1 });
  assert.deepEqual(way({ state: "waiting", sent: 4 }), { is: "sent", id: "a", state: "waits", share: 0 });
});

test("a picture that is kept back is counted once, wherever that is known", () => {
  const sending = theirs("c", { asked: true, state: "sending", share: 0.63 });
  const room = having([theirs("a"), theirs("b", { held: true }), sending]);
  assert.deepEqual(tally({ a: false, b: true, c: false, d: true }, room), { sent: 2, kept: 2, percent: 63 });
});

const BOX = { width: 400, height: 400 }, SMALL = { width: 100, height: 100 };
const head = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, width: 150, height: 150 });

test("the coach's picture goes to a corner where no head is, and stays while it covers none", () => {
  assert.equal(corner(BOX, SMALL, [], "bottom-left"), "bottom-left");
  assert.equal(corner(BOX, SMALL, [head(0, 0)], "top-left"), "bottom-left");
  assert.equal(corner(BOX, SMALL, [head(0, 0), head(0, 250)], "top-left"), "bottom-right");
  assert.equal(corner(BOX, SMALL, [head(150, 150)], "top-left"), "top-left");
});

test("where heads are everywhere it covers the least", () => {
  const heads = [head(0, 0), head(0, 250), { x: 390, y: 390, width: 150, height: 150 }];
  assert.equal(corner(BOX, SMALL, heads, "top-left"), "bottom-right");
});

test("how the line to the coach is called goes by what is broken first: our own, the coach's, the direct one", () => {
  const coach = { id: "c", here: true };
  const called = (/** @type {any} */ who, /** @type {string} */ phase, /** @type {string | null} */ state) =>
    net(who, phase, state);
  assert.equal(called(coach, "lost", "connected"), "lost");
  assert.equal(called({ ...coach, here: false }, "in", "broken"), "away");
  assert.equal(called({ ...coach, here: false }, "in", "connected"), "live");
  assert.equal(called(coach, "in", "none"), "none");
  assert.equal(called(coach, "in", null), "connecting");
});
