// A small copy of the one track, for a carrier that needs no more. The browser makes it where it can; where it cannot,
// it is drawn from the video that plays the track.
import { eachPicture, within } from "./picture_link.js";

/** @import { Capture } from "./capture.js" */

const LONG = 640; // pixels along the longer side: all that faces, bodies and masks need
const RATE = 15; // pictures a second
const EARLY = 5; // ms by which a picture may come before its time: screens and cameras do not keep it exactly

/**
 * A track of its own, to be stopped by the one who asked for it; null while there is no picture.
 * @param {Pick<Capture, "track" | "video" | "size">} capture
 */
export async function smallCopy({ track, video, size }) {
  if (!track) return null;
  const { width = 1280, height = 720 } = size ?? track.getSettings();
  const wanted = { ...within({ width, height }, LONG), frameRate: RATE, resizeMode: "crop-and-scale" };
  const copy = track.clone();
  const applied = await copy.applyConstraints(wanted).then(() => true, () => false);
  if (applied && !large(copy.getSettings())) return copy;
  copy.stop();
  return drawn(video);
}

/**
 * Whether the browser took the wish and did nothing. Firefox 153 does so with its own fake camera, and refuses the wish
 * for a track that was drawn on a canvas: the picture would go up whole, and at its full rate.
 * @param {MediaTrackSettings} settings a size that they do not tell is taken for the one that was asked for
 */
export function large({ width = 0, height = 0 }) {
  return Math.max(width, height) > LONG;
}

/** @param {HTMLVideoElement} video */
function drawn(video) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { alpha: false }); // before the stream: Firefox makes none of a canvas without
  const [track] = canvas.captureStream().getVideoTracks();
  let before = -Infinity;
  const end = eachPicture(video, (shown) => {
    if (track?.readyState !== "live") return end();
    const { videoWidth: width, videoHeight: height } = video;
    if (shown - before < 1000 / RATE - EARLY || !width) return;
    before = shown;
    const small = within({ width, height }, LONG);
    if (canvas.width !== small.width || canvas.height !== small.height) Object.assign(canvas, small);
    pen?.drawImage(video, 0, 0, small.width, small.height);
  });
  return track ?? null;
}
