// What of the guidance stands beside the picture, as pure functions.

import { fill } from "./words.js";

/** @import { Card, PanelLive, Row } from "./live.d.ts" */
/** @import { Ability } from "./room.d.ts" */

const KINDS = ["must", "style", "ok"]; // the gravest first

/**
 * The readings that are judged: what must change first, then matters of taste, then what is as it should be.
 * @param {PanelLive | null | undefined} panel
 * @returns {Row[]}
 */
export function judged(panel) {
  const rows = (panel?.groups ?? []).flatMap(({ rows }) => rows).filter(({ kind }) => KINDS.includes(kind));
  return rows.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/**
 * What each reading says at first sight, by its name.
 * @param {PanelLive | null | undefined} panel
 * @returns {ReadonlyMap<string, string>}
 */
export function valued(panel) {
  return new Map((panel?.groups ?? []).flatMap(({ rows }) => rows).map(({ name, value }) => [name, value]));
}

/**
 * @param {PanelLive | null | undefined} panel
 * @returns {Card | undefined}
 */
export function light(panel) {
  return panel?.groups?.find(({ key }) => key === "light");
}

/**
 * Seconds in figures: "24 s", "3:05".
 * @param {number} seconds
 * @param {string} lang
 * @param {string} words "{seconds} s" in the person's language
 */
export function lasting(seconds, lang, words) {
  const whole = Math.max(0, Math.floor(seconds));
  const number = (/** @type {number} */ value, two = false) =>
    new Intl.NumberFormat(lang, { minimumIntegerDigits: two ? 2 : 1, useGrouping: false }).format(value);
  if (whole >= 60) return `${number(Math.floor(whole / 60))}:${number(whole % 60, true)}`;
  return fill(words, { seconds: number(whole) });
}

/**
 * What a setting of the camera is now, as photographers write it.
 * @param {Ability} ability
 * @param {string} lang
 */
export function reading({ name, value, step }, lang) {
  const digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
  const figure = new Intl.NumberFormat(lang, {
    maximumFractionDigits: name === "zoom" ? 1 : digits, useGrouping: false,
    signDisplay: name === "exposureCompensation" ? "exceptZero" : "auto",
  }).format(value);
  return name === "zoom" ? `${figure}×` : name === "colorTemperature" ? `${figure} K` : figure;
}

/**
 * How loud it is, in parts of the meter, of its samples: 0 dB is the loudest that there can be.
 * @param {ArrayLike<number>} samples -1..1
 * @param {number} parts
 */
export function loudness(samples, parts) {
  let sum = 0;
  for (let at = 0; at < samples.length; at += 1) sum += Number(samples[at]) ** 2;
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) || 1e-12);
  return Math.min(parts, Math.max(0, Math.round((parts * (decibels + 60)) / 50))); // speech is at -40 to -15
}
