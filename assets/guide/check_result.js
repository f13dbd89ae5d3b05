// What came of trying one thing on this device, and how it is told and exported. Nothing here touches the browser.
import { fill } from "./words.js";

/** @import { Words } from "./words.js" */
/** @typedef {"works" | "part" | "no" | "cannot"} Sign */

/**
 * @typedef {object} Result
 * @property {Sign} sign
 * @property {string} say the key of the sentence that tells it
 * @property {Readonly<Record<string, string | number>>} values for its places
 * @property {Readonly<Record<string, unknown>>} found as a program reads it
 */

/** @type {Readonly<Record<Sign, string>>} */
export const SIGNS = { works: "✓", part: "◐", no: "✕", cannot: "–" };

/**
 * @param {Sign} sign
 * @param {string} say
 * @param {Result["values"]} [values]
 * @param {Result["found"]} [found] where it is more than the values
 * @returns {Result}
 */
export function result(sign, say, values = {}, found = values) {
  return { sign, say, values, found };
}

/**
 * Something was thrown: by its browser's name.
 * @param {unknown} error
 */
export function failed(error) {
  return result("no", "failed", { error: nameOf(error) });
}

/** @param {unknown} error */
export function nameOf(error) {
  return error instanceof Error ? error.name : "unknown";
}

/**
 * What a camera gave, compared with what it was asked for; a phone that is held upright gives an upright picture.
 * @param {{width: number, height: number, rate: number}} asked
 * @param {{width: number, height: number, rate: number}} got
 */
export function sized(asked, got) {
  const long = Math.max(got.width, got.height) >= Math.max(asked.width, asked.height);
  const short = Math.min(got.width, got.height) >= Math.min(asked.width, asked.height);
  // A browser counts 29 pictures where 30 were sent.
  return result(long && short && got.rate >= 0.9 * asked.rate ? "works" : "part", "size", { ...got });
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * The name of a camera as it may be passed on: that of somebody's telephone often has their own name in it.
 * @param {string} label
 */
export function nameless(label) {
  return /\b(iPhone|iPad)\b/i.exec(label)?.[0] ?? label;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return Math.round(bytes / 1e4) / 100;
}

/**
 * The sentence that tells it.
 * @param {Result} result
 * @param {Words} words
 */
export function told({ say, values }, words) {
  return fill(words[`said_${say}`] ?? "", values);
}

/**
 * @typedef {object} Device
 * @property {string} taken when, with the offset
 * @property {string} agent what the browser calls itself
 * @property {{width: number, height: number, ratio: number, touch: number}} screen
 * @property {string} lang of the page
 */

/**
 * All of it for a program: a small file that a person may send to somebody.
 * @param {Device} device
 * @param {ReadonlyMap<string, Result>} results
 * @param {Words} words
 */
export function report(device, results, words) {
  const all = [...results].map(([tried, one]) => (
    { tried, result: one.sign, words: told(one, words), found: one.found }));
  return `${JSON.stringify({ about: "framing-guide-check", version: 1, ...device, results: all }, null, 1)}\n`;
}

/**
 * All of it in words, a line for each.
 * @param {Device} device
 * @param {ReadonlyMap<string, Result>} results
 * @param {Words} words
 */
export function plain(device, results, words) {
  const lines = [...results].map(([key, one]) => (
    `${SIGNS[one.sign]} ${words[`step_${key}`]}: ${words[`result_${one.sign}`]}. ${told(one, words)}`));
  return `${[device.agent, device.taken, ...lines].join("\n")}\n`;
}

/**
 * How many of each.
 * @param {ReadonlyMap<string, Result>} results
 * @returns {Record<Sign, number>}
 */
export function counted(results) {
  const count = { works: 0, part: 0, no: 0, cannot: 0 };
  for (const { sign } of results.values()) count[sign] += 1;
  return count;
}
