import assert from "node:assert/strict";
import { test } from "node:test";
import { CLEAN, drawn, fades } from "../room_ink.js";
import { notice } from "../room_notice.js";
import { NOTHING, line, marked, noted } from "../room_past.js";
import { plain } from "../room_plain.js";
import { NOBODY, atDoor, heard, inside, originals, paired, standing } from "../room_state.js";
import { judged, lasting, loudness, reading } from "../room_told.js";

/** @import { RoomPerson, RoomPicture, RoomView } from "../room.d.ts" */

/** @type {(about: Partial<RoomPerson>) => RoomPerson} */
const person = (about) => ({
  id: "p", name: "Mira", role: "sitter", admitted: true, microphone: false, here: true, device: "phone", since: 1,
  ...about,
});
/** @type {(about?: Partial<RoomView>) => RoomView} */
const view = (about) => ({
  name: "A room", use: "headshot", use_locked: false, locked: false, paused: false, pinned: null, drill: null,
  match: null, people: [], see: true,
  pictures_go: true, camera_allowed: true, closes: 9e9, pictures: [], abilities: null, doing: null, ...about,
});
/** @type {(about?: Partial<RoomPicture>) => RoomPicture} */
const picture = (about) => ({
  id: "a", burst: "b", number: 1, held: false, starred: false, state: "none", share: 0, width: 4, height: 3, bytes: 9,
  asked: false, ...about,
});
const welcomed = heard(NOBODY, { kind: "welcome", you: "c", me: "x", role: "coach", ice: [], room: view() }, 0);

test("the name of a sitter who has left is still known", () => {
  const sat = heard(welcomed, { kind: "room", room: view({ people: [person({})] }) }, 1);
  assert.equal(heard(sat, { kind: "room", room: view() }, 2).sitter, "Mira");
});

test("what was told of a sitter goes with their yes", () => {
  const measured = [{ name: "exposure", value: 1, low: 0, high: 2 }];
  const live = /** @type {any} */ ({});
  const told = heard(welcomed, { kind: "guidance", live, ranked: [], measured, corrections: null }, 1);
  assert.deepEqual(heard(told, { kind: "room", room: view() }, 2).measured, measured);
  const unseen = heard(told, { kind: "room", room: view({ see: false }) }, 2);
  assert.deepEqual([unseen.measured, unseen.live], [[], null]);
});

test("how long something is pinned counts from when it was pinned, through other changes of the room", () => {
  const pinned = { by: "c", cue: null, words: "Chin up", arrow: /** @type {const} */ ("none") };
  const first = heard(welcomed, { kind: "room", room: view({ pinned }) }, 5);
  const second = heard(first, { kind: "room", room: view({ pinned: { ...pinned }, locked: true }) }, 9);
  assert.equal(second.pinned, 5);
  assert.equal(heard(second, { kind: "room", room: view({ pinned: { ...pinned, words: "Down" } }) }, 11).pinned, 11);
  assert.equal(heard(second, { kind: "room", room: view() }, 11).pinned, null);
});

test("who came to the door first is asked about first, and nobody at the door counts as inside", () => {
  const room = view({ people: [
    person({ id: "2", admitted: false, since: 9 }), person({ id: "w", role: "watcher" }),
    person({ id: "1", admitted: false, since: 3 }), person({ id: "c", role: "coach" }), person({ id: "s" }),
  ] });
  assert.deepEqual(atDoor(room).map(({ id }) => id), ["1", "2"]);
  assert.deepEqual(inside(room).map(({ id }) => id), ["s", "c", "w"]);
});

test("a picture that is kept back is that before all else", () => {
  assert.equal(standing(picture({ held: true, state: "here" })), "held");
  assert.equal(standing(picture({ asked: true })), "asked");
  assert.equal(standing(picture({ asked: true, state: "sending" })), "sending");
});

test("the stars are asked for, and all where there is none", () => {
  const pictures = [picture({ id: "a" }), picture({ id: "b", starred: true }), picture({ id: "c", state: "here" }),
    picture({ id: "d", held: true, starred: true })];
  assert.deepEqual(originals(pictures).wanted.map(({ id }) => id), ["b"]);
  assert.deepEqual(originals(pictures.filter(({ id }) => id !== "b")).wanted.map(({ id }) => id), ["a"]);
  assert.deepEqual(originals(pictures).here.map(({ id }) => id), ["c"]);
});

test("a third picture takes the place of the one that was chosen first, and a second press lets one go", () => {
  assert.deepEqual(paired(["a", "b"], "c"), ["b", "c"]);
  assert.deepEqual(paired(["a", "b"], "a"), ["b"]);
});

test("a stroke goes on where it was, and wiping takes strokes and leaves the pointer", () => {
  /** @type {(points: [number, number][], id?: string) => import("../room.d.ts").Stroke} */
  const stroke = (points, id = "s") => ({ kind: "stroke", id, points, more: true });
  let ink = drawn(CLEAN, stroke([[0, 0]]), 0);
  ink = drawn(ink, stroke([[1, 1]], "t"), 1);
  ink = drawn(ink, stroke([[0.5, 0.5]]), 2);
  assert.deepEqual(ink.lines.map(({ id, points }) => [id, points.length]), [["s", 2], ["t", 1]]);
  ink = drawn(drawn(ink, { kind: "point", place: [0.2, 0.3] }, 3), { kind: "wipe" }, 4);
  assert.deepEqual([ink.lines, ink.pointer], [[], [0.2, 0.3]]);
});

test("however long somebody draws, what is kept is bounded", () => {
  let ink = CLEAN;
  for (let at = 0; at < 5000; at += 1) {
    const points = Array.from({ length: 64 }, () => /** @type {[number, number]} */ ([0.1, 0.2]));
    ink = drawn(ink, { kind: "stroke", id: at < 100 ? "one" : `s${at}`, points, more: true }, at);
    ink = drawn(ink, { kind: "point", place: [0.1, 0.1] }, at);
  }
  assert.ok(ink.lines.length <= 40 && ink.trail.length <= 12);
  assert.ok(ink.lines.every(({ points }) => points.length <= 2000));
});

test("the trail of the pointer fades, and goes at once with the pointer", () => {
  const ink = drawn(drawn(CLEAN, { kind: "point", place: [0, 0] }, 0), { kind: "point", place: [1, 1] }, 100);
  assert.ok(fades(ink, 150) && !fades(ink, 1000));
  assert.deepEqual(drawn(ink, { kind: "point", place: null }, 150).trail, []);
});

const BOX = { width: 100, height: 20 };
/** @type {(values: readonly (number | null)[]) => typeof NOTHING} */
const past = (values) => values.reduce(
  (known, value, at) => noted(known, [{ name: "a", value, low: 1, high: 2 }], 1000 * at), NOTHING);

test("what is higher is drawn higher, what is newer further right, and the wanted band lies between its limits", () => {
  const { path, band } = line(past([0, 3, 1.5]), "a", 2000, BOX);
  const [[x0, y0], [x1, y1], [x2, y2]] = /** @type {[number, number][]} */ (
    path.slice(1).split("L").map((pair) => pair.split(" ").map(Number)));
  assert.ok(x0 < x1 && x1 < x2 && x2 === 100);
  assert.ok(y1 < y2 && y2 < y0);
  assert.ok(band && band.top < y2 && y2 < band.top + band.height && y1 < band.top && y0 > band.top + band.height);
});

test("where a reading was absent its line has a gap, and of one that never was there is none", () => {
  assert.equal(line(past([1, null, 1]), "a", 2000, BOX).path.split("M").length, 3);
  assert.equal(line(past([null, null]), "a", 2000, BOX).path, "");
});

test("after a minute nothing of a reading or of a picture is left", () => {
  let known = marked(past([1, 2]), 1500);
  assert.equal(line(known, "a", 2000, BOX).marks.length, 1);
  known = noted(known, [], 70_000);
  assert.deepEqual([known.moments.length, known.taken.length, line(known, "a", 70_000, BOX).path], [1, 0, ""]);
});

test("an open end of a band is the edge of its box", () => {
  const known = noted(NOTHING, [{ name: "a", value: 5, low: 3, high: null }], 0);
  const { band } = line(known, "a", 0, BOX);
  assert.ok(band && band.top === 0 && band.height < BOX.height);
});

test("what must change comes first in the checklist, and what is only shown is not in it", () => {
  const row = (/** @type {any} */ kind) => ({ kind, name: kind });
  const groups = [{ rows: [row("ok"), row("shown")] }, { rows: [row("style"), row("must")] }];
  const panel = /** @type {any} */ ({ groups });
  assert.deepEqual(judged(panel).map(({ kind }) => kind), ["must", "style", "ok"]);
  assert.deepEqual(judged(null), []);
});

test("a duration is in seconds at first, then in minutes, in the person's digits", () => {
  assert.equal(lasting(24.9, "en", "{seconds} s"), "24 s");
  assert.equal(lasting(185, "en", "{seconds} s"), "3:05");
  assert.notEqual(lasting(24, "ar-EG", "{seconds} s"), "24 s");
  assert.equal(lasting(-3, "en", "{seconds} s"), "0 s");
});

test("a camera's settings are written as photographers write them", () => {
  const of = (/** @type {string} */ name, /** @type {number} */ value, step = 0.1) =>
    reading({ name, value, step, min: 0, max: 9999 }, "en");
  assert.equal(of("zoom", 1.25), "1.3×");
  assert.equal(of("exposureCompensation", 0.3), "+0.3");
  assert.equal(of("exposureCompensation", 0), "0");
  assert.equal(of("colorTemperature", 5200, 50), "5200 K");
});

test("the meter rises with the voice and stays within its parts", () => {
  const tone = (/** @type {number} */ size) => Array.from({ length: 512 }, (_, at) => size * Math.sin(at));
  const levels = [0, 0.001, 0.01, 0.1, 1].map((size) => loudness(tone(size), 20));
  assert.equal(levels[0], 0);
  assert.deepEqual(levels, [...levels].sort((a, b) => a - b));
  assert.ok(Number(levels[4]) <= 20 && Number(levels[3]) > Number(levels[1]));
  assert.equal(loudness([], 20), 0);
});

test("what keeps the coach from the sitter is said, and what is broken first is said first", () => {
  const words = Object.fromEntries(
    ["lost", "sitter_gone", "no_consent", "sitter_sleeps", "no_picture_way", "sitter_dark"].map((key) => [key, key]),
  );
  const doing = { countdown: null, taking: false, asleep: false, playing: true };
  /** @type {(about: Partial<RoomView>, state?: "connected" | "none" | "connecting", phase?: string) => string} */
  const said = (about, state = "connected", phase = "in") => {
    const room = view({ people: [person({})], doing, ...about });
    return notice(phase, { role: "coach", room, sitter: "Mira" }, state, words);
  };
  assert.equal(said({}), "");
  assert.equal(said({ doing: { ...doing, playing: false } }), "sitter_dark");
  assert.equal(said({ doing: { ...doing, playing: false } }, "connecting"), "", "it is still begun");
  assert.equal(said({ doing: { ...doing, playing: false } }, "none"), "no_picture_way");
  assert.equal(said({ doing: { ...doing, asleep: true } }, "none"), "sitter_sleeps");
  assert.equal(said({ see: false, doing: null }, "none"), "no_consent");
  assert.equal(said({ see: false, people: [person({ here: false })] }), "sitter_gone");
  assert.equal(said({ people: [] }, "none", "lost"), "lost");
});

test("a name has one line and its own direction, wherever it was copied from", () => {
  assert.equal(plain("  Mira \u200f"), "Mira");
  assert.equal(plain("\u202eMira\nNew"), "Mira New");
  assert.equal(plain("\u2067 \t"), "");
  assert.equal(plain("<b>ميرا</b>"), "<b>ميرا</b>");
});
