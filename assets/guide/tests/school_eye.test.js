// The quiz of the eye, the lamp's setup and a folder's pictures, as pure values.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sorted } from "../school_eye_files.js";
import {
  answered, asked, chose, complete, ended, level, onward, placed, recalled, remembered, sent, started,
} from "../school_eye_state.js";
import { ENDS, FIRST, lampAt, ratioOf, set, sideAt, sideBy, stopsOf } from "../school_study_state.js";

const QUESTION = { id: "a", offered: [] };
const FIGURES = { guide: [], trainer: [], course: [null, 1], kappa: 1, pictures: 2 };
const TOLD = {
  yours: { reads_as: "", why: "", first: "" }, guide: { reads_as: "", why: "", first: "" }, because: "",
  trainer: null, same: /** @type {[boolean, boolean, boolean]} */ ([true, true, true]), figures: FIGURES,
};

/** @param {number} count */
function filled(count) {
  let quiz = asked(started(count, "trainee"), QUESTION);
  for (const [what, to] of /** @type {const} */ ([["reads_as", "headshot"], ["why", "crop"], ["first", "nothing"]])) {
    quiz = chose(quiz, what, to);
  }
  return quiz;
}

test("an answer goes only when all three questions are answered, and once", () => {
  const open = asked(started(2, "trainee"), QUESTION);
  assert.equal(sent(open), open);
  const going = sent(filled(2));
  assert.equal(going.phase, "answering");
  assert.equal(sent(going), going);
});

test("of a picture without anybody, nothing speaks for it", () => {
  const quiz = chose(chose(asked(started(1, "trainee"), QUESTION), "reads_as", "neither"), "first", "nothing");
  assert.ok(complete(quiz));
  assert.ok(!complete(chose(quiz, "reads_as", "headshot")));
});

test("an answer that does not arrive can be given again as it was", () => {
  const quiz = answered(sent(filled(2)), null);
  assert.deepEqual([quiz.phase, quiz.answer.why, quiz.given], ["asking", "crop", 0]);
});

test("what is told stays until the next picture, and nothing is changed meanwhile", () => {
  const quiz = answered(sent(filled(2)), TOLD);
  assert.equal(quiz.given, 1);
  assert.equal(chose(quiz, "why", "mood"), quiz);
  const next = onward(quiz);
  assert.deepEqual([next.phase, next.at, next.told, next.answer.why, next.figures], ["looking", 1, null, "", FIGURES]);
  assert.equal(onward(next).phase, "over");
});

test("a question that comes for a quiz that is over is not asked", () => {
  const over = ended(asked(started(2, "trainee"), QUESTION));
  assert.equal(asked(over, QUESTION), over);
});

test("a picture that is left out says why until the next one", () => {
  const quiz = onward(started(3, "trainee"), "it is damaged");
  assert.equal(quiz.left, "it is damaged");
  assert.equal(onward(quiz).left, "");
});

test("quizzes with a kappa are remembered, the newest last and no more than thirty", () => {
  assert.deepEqual(remembered([], null, 1), []);
  assert.deepEqual(remembered([], { ...FIGURES, kappa: null }, 1), []);
  let past = remembered([], FIGURES, 1);
  for (let now = 2; now <= 40; now++) past = remembered(past, FIGURES, now);
  assert.deepEqual([past.length, past.at(-1)?.at], [30, 40]);
  assert.deepEqual(recalled(JSON.stringify(past)), past);
});

test("what was remembered and makes no sense is forgotten", () => {
  for (const text of [null, "", "{", "7", '[{"at":1}]', '[null]']) assert.deepEqual(recalled(text), []);
});

test("a higher kappa stands higher in the chart, and none is outside of it", () => {
  const rows = [-1, -0.1, 0, 0.5, 1].map(level);
  assert.deepEqual(rows, rows.toSorted((a, b) => b - a));
  const places = placed([null, 0.2, 1]);
  assert.equal(places.length, 2);
  for (const [x, y] of places) assert.ok(x >= 0 && x <= 420 && y >= 0 && y <= 184);
});

test("the pictures of a folder come by name, and its sheet apart from them", () => {
  const files = ["b.jpg", "notes.txt", ".hidden.jpg", "A.HEIC", "photos.csv"].map((name) => new File([], name));
  const { pictures, sheet } = sorted(files);
  assert.deepEqual(pictures.map(({ name }) => name), ["A.HEIC", "b.jpg"]);
  assert.equal(sheet?.name, "photos.csv");
});

test("the lamp stands where its side says, and a drag to that place says the same side", () => {
  for (const side of [-90, -45, 0, 30, 90]) assert.equal(sideAt(...lampAt(side)), side);
  const [right] = lampAt(60);
  assert.ok(right > lampAt(0)[0]); // the sitter's left is on the right, seen from behind the camera
});

test("behind the sitter the lamp stops at the nearer side", () => {
  assert.equal(sideAt(lampAt(0)[0] + 50, 0), 90);
  assert.equal(sideAt(lampAt(0)[0] - 50, 0), -90);
});

test("keys move the lamp as a slider, and no further than it goes", () => {
  const keys = ["ArrowRight", "ArrowLeft", "PageUp", "Home", "End"];
  assert.deepEqual(keys.map((key) => sideBy(0, key)), [2, -2, 15, -90, 90]);
  assert.equal(sideBy(89, "ArrowRight"), 90);
  assert.equal(sideBy(0, "a"), null);
});

test("no setup leaves what the studio has, and a value that is none changes nothing", () => {
  for (const [name, [low, high]] of Object.entries(ENDS)) {
    const key = /** @type {keyof typeof ENDS} */ (name);
    assert.equal(set(FIRST, key, 1e6)[key], high);
    assert.equal(set(FIRST, key, -1e6)[key], low);
    assert.equal(set(FIRST, key, NaN)[key], FIRST[key]);
  }
  assert.equal(ratioOf(stopsOf(8)), 8);
});
