// A small copy of a picture for the coach, who sees it long before the original could be there.
import { jpegOf } from "./encoder.js";

const SMALL = { longest: 1200, largest: 118_000, qualities: [0.8, 0.65, 0.5, 0.35, 0.2] }; // the server takes 120 kB

/**
 * @param {Blob} picture
 * @returns {Promise<string>} a JPEG in base64
 */
export async function preview(picture) {
  const small = await jpegOf(await createImageBitmap(picture), SMALL); // upright, as its EXIF says
  const bytes = new Uint8Array(await small.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
