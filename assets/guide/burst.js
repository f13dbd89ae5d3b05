// A burst: frames of the camera's own track, a moment apart, and the camera's own photograph where it takes one. What
// touches the browser comes as `eye`, so that the order of things can be tried without a camera.
import { carried, stamp } from "./picture.js";
import { sum } from "./picture_server.js";

/** @import { Area, Picture, Size } from "./picture.js" */

export const FRAMES = 5;
const APART = 250; // ms from one frame to the next: five of them outlast a blink, which takes 0.1 to 0.4 s

/** @typedef {{ taken: Date, image: ImageBitmap }} Frame */
/** @typedef {{ blob: Blob, width: number, height: number }} Photo */

/**
 * @typedef {object} Eye
 * @property {() => Promise<ImageBitmap>} frame the next frame of the track, in its own size
 * @property {(image: ImageBitmap) => Promise<Blob>} jpeg the frame as a JPEG; the image is spent
 * @property {() => Promise<Photo | null>} photo what the camera itself takes, if it does
 * @property {(ms: number) => Promise<unknown>} wait
 */

/**
 * @typedef {object} Sight what the burst is taken for
 * @property {string} use
 * @property {string} viewer
 * @property {Area} window the viewfinder, in pixels of the track
 */

/**
 * Take a burst. Each picture is told as soon as it is there: frames in their order, the photograph last.
 *
 * All frames are taken before the first is encoded, so that they lie evenly and the preview does not wait.
 * @param {Eye} eye
 * @param {Sight} sight
 * @param {(picture: Picture) => void} told
 * @param {() => void} caught at each frame, for its sound
 */
export async function takeBurst(eye, sight, told, caught = () => {}) {
  const burst = identity();
  /** @type {Frame[]} */
  const frames = [];
  for (let at = 0; at < FRAMES; at += 1) {
    if (at) await eye.wait(APART);
    frames.push({ taken: new Date(), image: await eye.frame() });
    caught();
  }
  const [first] = frames;
  const size = first ? { width: first.image.width, height: first.image.height } : { width: 0, height: 0 };
  const taken = new Date();
  const photo = eye.photo().catch(() => null); // reconfigures the camera: begun while the frames are encoded
  for (const [at, { taken: moment, image }] of frames.entries()) {
    const { width, height } = image; // an image that is spent has no size
    const frame = { blob: await eye.jpeg(image), width, height };
    told(await picture(burst, at + 1, "frame", moment, frame, sight, size));
  }
  const found = await photo;
  // A camera whose photograph is smaller than its video gives nothing that the frames lack.
  if (found && found.width * found.height >= size.width * size.height) {
    told(await picture(burst, FRAMES + 1, "photo", taken, found, sight, size));
  }
}

/**
 * @param {string} burst
 * @param {number} number
 * @param {"frame" | "photo"} source
 * @param {Date} moment
 * @param {Photo} photo
 * @param {Sight} sight
 * @param {Size} size of the track, in which the window is
 * @returns {Promise<Picture>}
 */
async function picture(burst, number, source, moment, { blob, width, height }, { use, viewer, window }, size) {
  return {
    id: identity(), burst, number, taken: stamp(moment), blob, width, height, sha256: await sum(blob), source, use,
    viewer, window: carried(window, size, { width, height }), state: "waiting", sent: 0, judged: null, kept: false,
    saved: false,
  };
}

/** 32 hex digits, at random. */
export function identity() {
  return crypto.randomUUID().replaceAll("-", "");
}
