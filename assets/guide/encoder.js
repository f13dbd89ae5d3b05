// JPEGs of pictures, made by a worker (encoder_worker.js).

/** @type {Map<number, (blob: Blob | null) => void>} */
const waiting = new Map();
/** @type {Worker | null} */
let worker = null;
let numbers = 0;

function started() {
  const made = new Worker(new URL("./encoder_worker.js", import.meta.url), { type: "module" });
  made.onmessage = ({ data: { number, blob } }) => {
    waiting.get(number)?.(blob);
    waiting.delete(number);
  };
  return made;
}

/**
 * The picture as a JPEG; the image is spent. Raises an error when none of the qualities makes it small enough.
 * @param {ImageBitmap} image
 * @param {{qualities: readonly number[], longest?: number, largest?: number}} how at most so many pixels along the
 *   longer side, and so many bytes
 * @returns {Promise<Blob>}
 */
export async function jpegOf(image, { qualities, longest = Infinity, largest = Infinity }) {
  worker ??= started();
  const number = numbers += 1;
  /** @type {Promise<Blob | null>} */
  const answer = new Promise((resolve) => { waiting.set(number, resolve); });
  worker.postMessage({ number, image, qualities, longest, largest }, [image]);
  const blob = await answer;
  if (!blob) throw new Error("No JPEG could be made of it.");
  return blob;
}
