// The life of one picture, from the camera to what the server says of it: what it is, and what it becomes when
// something happens to it. Nothing here touches browser or server.

/** @import { Judged } from "./pictures.d.ts" */

/** @typedef {{ left: number, top: number, width: number, height: number }} Area in pixels of a picture */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {"waiting" | "sending" | "sent" | "judged" | "refused"} State */

/**
 * @typedef {object} Picture
 * @property {string} id 32 hex digits, at random
 * @property {string} burst the same for all that one press of the release took
 * @property {number} number from 1, in the order in which they were taken
 * @property {string} taken ISO 8601 with milliseconds and the place's own offset
 * @property {Blob} blob a JPEG as the camera saw it, unmirrored
 * @property {number} width
 * @property {number} height
 * @property {string} sha256 of the blob's bytes, hex
 * @property {"frame" | "photo"} source
 * @property {string} use for which it was taken, empty for none
 * @property {string} viewer who looked on
 * @property {Area} window the viewfinder that was shown, in pixels of this picture
 * @property {State} state
 * @property {number} sent bytes that the server has
 * @property {Judged | null} judged
 * @property {boolean} kept the person wants it
 * @property {boolean} saved it was downloaded
 */

/**
 * @typedef {{ is: "has", bytes: number }
 *   | { is: "judged", judged: Judged }
 *   | { is: "lost" | "forgotten" | "refused" | "kept" | "saved" }} Happening
 * `has`: the server has so many bytes; `lost`: it cannot be reached; `forgotten`: it has the picture no more;
 * `refused`: it will never take this picture.
 */

/**
 * What the picture is after that; the same object where nothing changes.
 * @param {Picture} picture
 * @param {Happening} what
 * @returns {Picture}
 */
export function next(picture, what) {
  const { size } = picture.blob;
  switch (what.is) {
    case "has":
      return { ...picture, sent: what.bytes, state: what.bytes < size ? "sending" : "sent" };
    case "judged":
      return { ...picture, sent: size, state: "judged", judged: what.judged };
    case "lost": // what was judged stays so: nobody has to be asked again to look at it
      return under(picture) ? { ...picture, state: "waiting" } : picture;
    case "forgotten":
      return picture.state === "refused" ? picture : { ...picture, state: "waiting", sent: 0 };
    case "refused":
      return { ...picture, state: "refused" };
    case "kept":
      return picture.kept ? picture : { ...picture, kept: true };
    case "saved":
      return picture.saved ? picture : { ...picture, saved: true };
  }
}

/**
 * Whether it is on its way.
 * @param {Picture} picture
 */
export function under({ state }) {
  return state === "sending" || state === "sent";
}

/**
 * Whether nothing more will be learnt of it by itself.
 * @param {Picture} picture
 */
export function settled({ state, judged }) {
  return state === "refused" || judged !== null;
}

/**
 * The pictures in the order in which they are shown: as ranked, the best first, then the others as they were taken.
 * @param {readonly Picture[]} pictures
 * @param {readonly string[]} order
 */
export function ranked(pictures, order) {
  const place = (/** @type {Picture} */ { id }) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...pictures].sort((a, b) => place(a) - place(b) || a.number - b.number);
}

/**
 * The window of one picture in another of the same camera: the smaller format is cut from the middle of the larger.
 * @param {Area} window
 * @param {Size} from
 * @param {Size} to
 * @returns {Area} whole pixels, inside the other picture
 */
export function carried(window, from, to) {
  const times = Math.min(to.width / from.width, to.height / from.height);
  const across = (to.width - from.width * times) / 2;
  const down = (to.height - from.height * times) / 2;
  const left = clamp(Math.round(across + window.left * times), 0, to.width - 1);
  const top = clamp(Math.round(down + window.top * times), 0, to.height - 1);
  return {
    left,
    top,
    width: clamp(Math.round(window.width * times), 1, to.width - left),
    height: clamp(Math.round(window.height * times), 1, to.height - top),
  };
}

/** @type {(value: number, low: number, high: number) => number} */
function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

/**
 * That moment as people there write it, with the offset: "2026-11-26T15:04:09.123+01:00".
 * @param {Date} moment
 */
export function stamp(moment) {
  const east = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + east * 60_000).toISOString().slice(0, -1);
  const two = (/** @type {number} */ value) => String(Math.floor(value)).padStart(2, "0");
  return `${local}${east < 0 ? "-" : "+"}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
}
