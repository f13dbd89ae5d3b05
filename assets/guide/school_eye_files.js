// The pictures of the quiz: those that come with the guide, or those of a folder, as small copies.

/** @import { Bench } from "./school_bench.js" */

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {() => Promise<Blob>} read
 */

const LONGEST = 1920; // pixels: as large as the guide looks at
const KINDS = /\.(jpe?g|jfif|png|webp|tiff?|heic|heif|avif|dng|cr2|cr3|nef|arw|raf|orf|rw2|bmp|gif)$/i;

/**
 * Those of the folder, in the order of their names, and the text of the first sheet of answers in it.
 * @param {readonly File[]} files
 */
export function sorted(files) {
  const there = files.filter(({ name }) => !name.startsWith("."));
  const pictures = there.filter(({ name }) => KINDS.test(name)).sort((a, b) => a.name.localeCompare(b.name));
  return {
    pictures: pictures.map((file) => ({ name: file.name, read: async () => file })),
    sheet: there.find(({ name }) => name.toLowerCase().endsWith(".csv")) ?? null,
  };
}

/**
 * The packaged ones.
 * @param {Bench} bench
 * @returns {Promise<Picture[]>}
 */
export async function packaged(bench) {
  const { pictures } = await (await bench.ask("eye/packaged")).json();
  return Array.from({ length: pictures }, (_, number) => ({
    name: `${number}.jpg`, read: async () => (await bench.ask(`eye/packaged/${number}.jpg`)).blob(),
  }));
}

/**
 * A copy that is no larger than needed, and one to be shown; the file itself where this browser cannot open its kind.
 * @param {Blob} file
 * @returns {Promise<Blob>}
 */
export async function smaller(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const by = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  if (by === 1 && file.type === "image/jpeg") return file;
  const canvas = new OffscreenCanvas(Math.round(picture.width * by), Math.round(picture.height * by));
  canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
}

/**
 * The fingerprint of the file itself, which stays the same whatever copy is sent; "" where the browser makes none.
 * @param {Blob} file
 */
export async function fingerprint(file) {
  if (!globalThis.crypto?.subtle) return "";
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A name that a header can carry: ASCII alone.
 * @param {string} name
 */
export function plain(name) {
  return encodeURIComponent(name).slice(0, 200);
}
