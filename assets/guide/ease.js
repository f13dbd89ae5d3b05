// From look to look the overlay moves and does not jump: numbers that have a place in both go there in a straight way.

const STILL = 0.0008; // viewfinder heights: less than half a pixel of the screen, and of what a model scatters
const SLOW = 100; // ms: the guide looks ten times a second

/** @import { StageLive } from "./live.d.ts" */

/**
 * All numbers of a look's drawing in one row, and what they are of: only like can go over into like.
 * @param {StageLive} stage
 */
export function row(stage) {
  const lines = [...stage.lines, ...stage.over_face];
  const kind = [
    stage.shade, stage.aspect.toFixed(2), stage.clear.length,
    ...lines.map((line) => `${line.role}${line.points.length}`), ...stage.labels.map((label) => label.text),
    ...stage.cuts.map((cut) => (cut.window ? cut.use : "")),
  ].join();
  const numbers = [
    ...stage.window, ...stage.clear.flat(), ...lines.flatMap((line) => line.points),
    ...stage.labels.map((label) => label.y),
    ...stage.cuts.flatMap((cut) => cut.window ?? []),
  ];
  return { kind, numbers };
}

/**
 * The look's drawing with other numbers, in the order of `row`.
 * @param {StageLive} stage
 * @param {ArrayLike<number>} numbers
 * @returns {StageLive}
 */
export function placed(stage, numbers) {
  let at = 0;
  const take = (/** @type {number} */ count) => Array.from({ length: count }, () => numbers[at++] ?? 0);
  const lines = (/** @type {StageLive["lines"]} */ all) =>
    all.map((line) => ({ ...line, points: take(line.points.length) }));
  /** @typedef {[number, number, number, number]} Four */
  return {
    ...stage,
    window: /** @type {Four} */ (take(4)),
    clear: stage.clear.map(() => /** @type {Four} */ (take(4))),
    lines: lines(stage.lines),
    over_face: lines(stage.over_face),
    labels: stage.labels.map((label) => ({ ...label, y: take(1)[0] ?? 0 })),
    cuts: stage.cuts.map((cut) => (cut.window ? { ...cut, window: /** @type {Four} */ (take(4)) } : cut)),
  };
}

export class Ease {
  constructor() {
    /** @type {StageLive | null} */
    this.stage = null;
    this.kind = "";
    /** @type {readonly number[]} */
    this.from = [];
    /** @type {readonly number[]} */
    this.to = [];
    this.began = 0;
  }

  /**
   * A new look's drawing; null where there is none.
   * @param {StageLive | null} stage
   * @param {number} now
   * @returns {boolean} whether anything is to be drawn again
   */
  go(stage, now) {
    const { kind, numbers } = stage ? row(stage) : { kind: "", numbers: [] };
    this.stage = stage;
    const alike = kind === this.kind;
    if (alike && this.still(now) && numbers.every((to, i) => Math.abs(to - Number(this.to[i])) < STILL)) return false;
    this.from = alike ? this.numbers(now) : numbers;
    Object.assign(this, { to: numbers, kind, began: now });
    return true;
  }

  /** @param {number} now */
  numbers(now) {
    const share = Math.min(1, Math.max(0, (now - this.began) / SLOW));
    return this.to.map((to, i) => { const from = this.from[i] ?? to; return from + (to - from) * share; });
  }

  /**
   * What is to be drawn now.
   * @param {number} now
   */
  at(now) {
    return this.stage && placed(this.stage, this.numbers(now));
  }

  /**
   * Whether all has arrived.
   * @param {number} now
   */
  still(now) {
    return !this.stage || now - this.began >= SLOW;
  }
}
