// The camera as a burst sees it. Frames come from the preview's video element: createImageBitmap gives the decoded
// frame in the track's own size, whatever its size on the page, in every browser, without a second reader of the track.

import { jpegOf } from "./encoder.js";

/** @import { Eye, Photo } from "./burst.js" */

const QUALITY = 0.95;
const LATE = 500; // ms without a new frame: the page is hidden, or the camera slow; then the one that is there counts
const PATIENCE = 6000; // ms for the camera's own photograph; some never answer

/**
 * @typedef {object} Capture
 * @property {MediaStreamTrack | null} track
 * @property {HTMLVideoElement} video plays it
 * @property {() => Promise<unknown>} renew ends the track and opens the same camera again
 */

/**
 * @param {Capture} capture
 * @returns {Eye}
 */
export function eyeOf({ track, video, renew }) {
  return { frame: () => frame(video), jpeg, photo: () => photo(track, renew), wait: asleep };
}

/** @param {number} ms */
function asleep(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

/** @param {HTMLVideoElement} video */
async function frame(video) {
  await Promise.race([new Promise((resolve) => { video.requestVideoFrameCallback(resolve); }), asleep(LATE)]);
  return createImageBitmap(video);
}

/** @param {ImageBitmap} image */
function jpeg(image) {
  return jpegOf(image, { qualities: [QUALITY] });
}

/** @type {Promise<unknown>} */
let before = Promise.resolve(); // cameras take one photograph at a time, and some fall silent when asked for two

/**
 * The camera's own photograph as an upright JPEG; null where there is none. A camera that failed is opened again: some
 * give nothing more after a failure (docs/photograph.md, "The camera's own photograph").
 * @param {MediaStreamTrack | null} track
 * @param {() => Promise<unknown>} renew
 * @param {number} patience
 * @returns {Promise<Photo | null>}
 */
export function photo(track, renew, patience = PATIENCE) {
  const mine = before.then(() => taken(track, renew, patience));
  before = mine.catch(() => null);
  return mine;
}

/**
 * @param {MediaStreamTrack | null} track
 * @param {() => Promise<unknown>} renew
 * @param {number} patience
 * @returns {Promise<Photo | null>}
 */
async function taken(track, renew, patience) {
  const Camera = globalThis.ImageCapture; // Firefox has none; the sample, drawn on a canvas, is no camera
  if (!track || track.readyState !== "live" || "canvas" in track || !Camera?.prototype.takePhoto) return null;
  try {
    const late = asleep(patience).then(() => { throw new Error("No photograph came in time."); });
    return await upright(await Promise.race([new Camera(track).takePhoto(), late]));
  } catch {
    await renew();
    return null;
  }
}

/**
 * @param {Blob} blob
 * @returns {Promise<Photo>}
 */
async function upright(blob) {
  const image = await createImageBitmap(blob); // turned as its EXIF says
  const { width, height } = image;
  if (blob.type !== "image/jpeg") return { blob: await jpeg(image), width, height };
  image.close();
  return { blob, width, height };
}
