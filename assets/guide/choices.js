// What the person has chosen, as this browser remembers it.

/** @import { Answers, Mode } from "./data.d.ts" */
/** @import { Wished } from "./link_state.js" */

/**
 * @typedef {object} Choices
 * @property {string} use
 * @property {Answers} answers
 * @property {string} viewer
 * @property {string} landmarks
 * @property {number} timer seconds, 0 for none
 * @property {boolean} auto
 * @property {boolean} toured
 * @property {boolean} voice whether cues are spoken
 * @property {number} rate how fast, of the voice's own rate
 * @property {string} speaker the voiceURI of the voice that was chosen, empty for none
 * @property {boolean} tones soft ones under the voice
 * @property {Mode} mode never remembered: each visit begins with the camera
 * @property {string} [language] its code, once one was chosen
 * @property {string} device the camera last chosen, "" for the browser's choice
 * @property {Wished} link the way to the guide
 * @property {number} [focal] the lens of this camera, once it is known
 */

export const TIMERS = [0, 3, 5, 10];
export const LANDMARKS = ["light", "full", "off"];
export const LINKS = ["auto", "webrtc", "websocket"];
export const VIEWERS = ["front", "rear", "other"];
/** @type {Readonly<Record<string, number>>} */
export const RATES = { slow: 0.8, normal: 1, fast: 1.3, faster: 1.7 };

/** @type {Choices} */
const FIRST = {
  use: "headshot", answers: {}, viewer: "front", landmarks: "light", timer: 3, auto: false, toured: false,
  voice: false, rate: 1, speaker: "", tones: true, mode: "camera", device: "", link: "auto",
};

/** @type {Readonly<Record<string, (value: unknown) => boolean>>} */
const FITS = {
  use: (value) => typeof value === "string",
  answers: (value) => Object.prototype.toString.call(value) === "[object Object]",
  viewer: (value) => VIEWERS.some((one) => one === value),
  landmarks: (value) => LANDMARKS.some((one) => one === value),
  timer: (value) => TIMERS.some((one) => one === value),
  device: (value) => typeof value === "string",
  link: (value) => LINKS.some((one) => one === value),
  auto: (value) => typeof value === "boolean",
  toured: (value) => typeof value === "boolean",
  voice: (value) => typeof value === "boolean",
  rate: (value) => Object.values(RATES).some((one) => one === value),
  speaker: (value) => typeof value === "string",
  tones: (value) => typeof value === "boolean",
  language: (value) => typeof value === "string",
  focal: (value) => Number.isFinite(value),
};

/**
 * What this browser kept, of a visit that may be years ago: only what still makes sense.
 * @param {string | null} kept
 * @returns {Choices}
 */
export function read(kept) {
  let found = {};
  try {
    found = JSON.parse(kept ?? "{}") ?? {};
  } catch {
    // What is no JSON was not kept by the guide.
  }
  const sensible = Object.entries(found).filter(([name, value]) => Object.hasOwn(FITS, name) && FITS[name]?.(value));
  return { ...FIRST, ...Object.fromEntries(sensible) };
}

/**
 * The choices as they are kept.
 * @param {Choices} choices
 */
export function written({ mode: _, ...kept }) {
  return JSON.stringify(kept);
}

/**
 * The one after it, and after the last the first.
 * @template T
 * @param {readonly T[]} list
 * @param {T} item
 * @returns {T}
 */
export function after(list, item) {
  return /** @type {T} */ (list[(list.indexOf(item) + 1) % list.length]);
}
