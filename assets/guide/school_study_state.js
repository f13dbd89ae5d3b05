// The lamp study's setup as pure values: what the drawing shows of it, and what a drag or a key makes of it.

/** @import { SetUp } from "./school_eye.d.ts" */

/** @type {SetUp} */
export const FIRST = Object.freeze({ side: 0, height: 15, ratio: 2, behind: 0, turn: 0 });

export const ENDS = /** @type {const} */ ({
  side: [-90, 90], height: [-40, 75], ratio: [1, 16], behind: [-4, 2], turn: [-20, 20],
});

/** @typedef {keyof typeof ENDS} Name */

/**
 * The setup with one of its values changed, within what there is.
 * @param {SetUp} setup
 * @param {Name} name
 * @param {number} to
 * @returns {SetUp}
 */
export function set(setup, name, to) {
  const [low, high] = ENDS[name];
  const kept = Number.isFinite(to) ? Math.min(Math.max(to, low), high) : setup[name];
  return { ...setup, [name]: kept };
}

/** The drawing seen from above: the sitter in its middle looks down, to the camera; their left is on the right. */
export const PLAN = Object.freeze({ width: 300, height: 210, x: 150, y: 66, round: 104 });

/**
 * Where the lamp stands in the drawing.
 * @param {number} side degrees
 * @returns {[number, number]}
 */
export function lampAt(side) {
  const angle = (side * Math.PI) / 180;
  return [PLAN.x + PLAN.round * Math.sin(angle), PLAN.y + PLAN.round * Math.cos(angle)];
}

/**
 * The side that a place of the drawing stands for, whole degrees; behind the sitter, the nearer end.
 * @param {number} x
 * @param {number} y
 */
export function sideAt(x, y) {
  const degrees = Math.round((Math.atan2(x - PLAN.x, y - PLAN.y) * 180) / Math.PI);
  const [low, high] = ENDS.side;
  return Math.min(Math.max(degrees, low), high);
}

/** @type {Readonly<Record<string, number>>} */
const KEYS = { ArrowRight: 2, ArrowUp: 2, ArrowLeft: -2, ArrowDown: -2, PageUp: 15, PageDown: -15 };

/**
 * The side after a key, as a slider's; null for a key that is none of it.
 * @param {number} side
 * @param {string} key
 */
export function sideBy(side, key) {
  const [low, high] = ENDS.side;
  if (key === "Home") return low;
  if (key === "End") return high;
  const by = KEYS[key];
  return by === undefined ? null : Math.min(Math.max(side + by, low), high);
}

/**
 * A ratio on its slider, which goes by stops, and back.
 * @param {number} ratio
 */
export const stopsOf = (ratio) => Math.log2(ratio);
/** @param {number} stops */
export const ratioOf = (stops) => 2 ** stops;
