// The last minute of a few readings, as pure functions: what is remembered, and the small lines drawn of it.

/** @import { Guidance } from "./room.d.ts" */

/** @typedef {{ at: number, values: Readonly<Record<string, number>> }} Moment */
/** @typedef {{ low: number | null, high: number | null }} Band */
/** @typedef {{ moments: readonly Moment[], bands: Readonly<Record<string, Band>>, taken: readonly number[] }} Past */

const BACK = 60_000; // ms
const EVERY = 250; // ms between two moments: a line of some 250 pixels shows no more

/** @type {Past} */
export const NOTHING = { moments: [], bands: {}, taken: [] };

/**
 * @param {Past} past
 * @param {Guidance["measured"]} measured
 * @param {number} now ms
 * @returns {Past}
 */
export function noted(past, measured, now) {
  if (now - (past.moments.at(-1)?.at ?? -Infinity) < EVERY) return past;
  const values = Object.fromEntries(measured.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
  const bands = Object.fromEntries(measured.map(({ name, low, high }) => [name, { low, high }]));
  const moments = [...past.moments.filter(({ at }) => now - at <= BACK), { at: now, values }];
  return { moments, bands, taken: past.taken.filter((at) => now - at <= BACK) };
}

/**
 * Pictures were taken: a mark below the lines.
 * @param {Past} past
 * @param {number} now
 * @returns {Past}
 */
export function marked(past, now) {
  return { ...past, taken: [...past.taken, now] };
}

/**
 * One reading's line in a box, its wanted band, and the marks; no line where there is nothing of it. Where a reading
 * was absent the line has a gap.
 * @param {Past} past
 * @param {string} name
 * @param {number} now
 * @param {{ width: number, height: number }} box
 */
export function line({ moments, bands, taken }, name, now, { width, height }) {
  const band = bands[name] ?? { low: null, high: null };
  const values = moments.flatMap(({ values }) => values[name] ?? []);
  const limits = [band.low, band.high].filter((one) => one !== null);
  const least = Math.min(...values, ...limits), most = Math.max(...values, ...limits);
  if (!values.length) return { path: "", band: null, dot: null, marks: [] };
  const room = 0.15 * (most - least || 1);
  const down = (/** @type {number} */ value) =>
    round(height * (1 - (value - least + room) / (most - least + 2 * room)));
  const across = (/** @type {number} */ at) => round(width * (1 - Math.min(BACK, now - at) / BACK));
  let path = "", gap = true;
  /** @type {readonly [number, number] | null} */
  let dot = null;
  for (const { at, values } of moments) {
    const value = values[name];
    if (value !== undefined) {
      dot = [across(at), down(value)];
      path += `${gap ? "M" : "L"}${dot[0]} ${dot[1]}`;
    }
    gap = value === undefined;
  }
  const top = band.high === null ? 0 : down(band.high), bottom = band.low === null ? height : down(band.low);
  return {
    path, dot, band: limits.length ? { top, height: round(Math.max(1, bottom - top)) } : null,
    marks: taken.filter((at) => now - at <= BACK).map(across),
  };
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
