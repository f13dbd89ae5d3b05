// The quiz of the eye as a pure state: which picture is asked about, what has been chosen, and what was told.

/** @import { EyeFigures, EyeQuestion, EyeTold } from "./school_eye.d.ts" */

/** @typedef {"trainee" | "trainer"} By */
/** @typedef {"reads_as" | "why" | "first"} What */
/** @typedef {Readonly<Record<What, string>>} Answer */

/**
 * @typedef {object} Quiz
 * @property {"begin" | "looking" | "asking" | "answering" | "told" | "over"} phase
 * @property {By} by
 * @property {number} at which picture, from 0
 * @property {number} count
 * @property {EyeQuestion | null} question
 * @property {Answer} answer
 * @property {EyeTold | null} told
 * @property {EyeFigures | null} figures the newest that are known
 * @property {number} given answers
 * @property {string} left why the picture before was left out
 */

/** @type {readonly What[]} */
export const WHATS = ["reads_as", "why", "first"];
export const READS_AS = ["headshot", "portrait", "neither"];
export const WHY = ["subjects", "crop", "mood", "environment", "creativity"];

const OPEN = Object.freeze({ reads_as: "", why: "", first: "" });

/** @type {Quiz} */
export const BEGIN = Object.freeze({
  phase: "begin", by: "trainee", at: 0, count: 0, question: null, answer: OPEN, told: null, figures: null, given: 0,
  left: "",
});

/**
 * A quiz of that many pictures.
 * @param {number} count
 * @param {By} by
 * @returns {Quiz}
 */
export function started(count, by) {
  return { ...BEGIN, phase: count ? "looking" : "over", by, count };
}

/**
 * The question has come.
 * @param {Quiz} quiz
 * @param {EyeQuestion} question
 * @returns {Quiz}
 */
export function asked(quiz, question) {
  return quiz.phase === "looking" ? { ...quiz, phase: "asking", question, answer: OPEN, told: null } : quiz;
}

/**
 * One of the three has been answered, or answered otherwise.
 * @param {Quiz} quiz
 * @param {What} what
 * @param {string} to
 * @returns {Quiz}
 */
export function chose(quiz, what, to) {
  return quiz.phase === "asking" ? { ...quiz, answer: { ...quiz.answer, [what]: to } } : quiz;
}

/**
 * Whether all is answered. Where nobody is in the picture, there is nothing that speaks for it.
 * @param {Quiz} quiz
 */
export function complete({ answer }) {
  return Boolean(answer.reads_as && answer.first && (answer.why || answer.reads_as === "neither"));
}

/**
 * The answer is on its way.
 * @param {Quiz} quiz
 * @returns {Quiz}
 */
export function sent(quiz) {
  return quiz.phase === "asking" && complete(quiz) ? { ...quiz, phase: "answering" } : quiz;
}

/**
 * The answers of the others have come; or none, because the answer did not arrive.
 * @param {Quiz} quiz
 * @param {EyeTold | null} told
 * @returns {Quiz}
 */
export function answered(quiz, told) {
  if (quiz.phase !== "answering") return quiz;
  if (!told) return { ...quiz, phase: "asking" };
  return { ...quiz, phase: "told", told, figures: told.figures, given: quiz.given + 1 };
}

/**
 * On to the next picture, or to the result after the last; `left` says why this one was left out.
 * @param {Quiz} quiz
 * @param {string} [left]
 * @returns {Quiz}
 */
export function onward(quiz, left = "") {
  const at = quiz.at + 1;
  const over = at >= quiz.count;
  return { ...quiz, phase: over ? "over" : "looking", at, question: null, answer: OPEN, told: null, left };
}

/**
 * Ended early.
 * @param {Quiz} quiz
 * @returns {Quiz}
 */
export function ended(quiz) {
  return quiz.phase === "begin" ? quiz : { ...quiz, phase: "over", question: null, told: null };
}

/** @typedef {Readonly<{ at: number, pictures: number, kappa: number }>} Past a quiz: when (ms), and its result */

const MOST = 30; // quizzes that are remembered

/**
 * The earlier quizzes with this one, the newest last. One without a kappa tells nothing.
 * @param {readonly Past[]} past
 * @param {EyeFigures | null} figures
 * @param {number} now ms
 * @returns {readonly Past[]}
 */
export function remembered(past, figures, now) {
  if (!figures || figures.kappa === null) return past;
  return [...past, { at: now, pictures: figures.pictures, kappa: figures.kappa }].slice(-MOST);
}

/**
 * What was remembered, as far as it makes sense.
 * @param {string | null} text
 * @returns {readonly Past[]}
 */
export function recalled(text) {
  try {
    const all = /** @type {unknown} */ (JSON.parse(text ?? "[]"));
    if (!Array.isArray(all)) return [];
    return all.filter((one) => [one?.at, one?.pictures, one?.kappa].every(Number.isFinite));
  } catch {
    return [];
  }
}

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 412, 12, 172]; // of the chart, in its own units

/**
 * Where kappa stands in the chart, from the top.
 * @param {number} kappa from -1 to 1; below -0.2 it is drawn at the bottom
 */
export const level = (kappa) => BOTTOM - ((Math.max(kappa, -0.2) + 0.2) / 1.2) * (BOTTOM - TOP);

/**
 * The places of a course in the chart; those that have no kappa are left out.
 * @param {readonly (number | null)[]} course
 * @returns {readonly (readonly [number, number])[]}
 */
export function placed(course) {
  const step = (RIGHT - LEFT) / Math.max(course.length - 1, 1);
  const place = (/** @type {number} */ kappa, /** @type {number} */ n) => (
    /** @type {const} */ ([LEFT + n * step, level(kappa)]));
  return course.flatMap((kappa, n) => (kappa === null ? [] : [place(kappa, n)]));
}
