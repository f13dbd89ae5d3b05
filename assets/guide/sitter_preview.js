// A small copy of a picture for the coach, who sees it long before the original could be there.

const LONGEST = 1200; // pixels along the longer side
const LARGEST = 118_000; // bytes: the server takes 120 kB
const QUALITIES = [0.8, 0.65, 0.5, 0.35];

/**
 * @param {Blob} picture
 * @returns {Promise<string>} a JPEG of at most 120 kB, in base64
 */
export async function preview(picture) {
  const image = await createImageBitmap(picture); // upright, as its EXIF says
  const times = Math.min(1, LONGEST / Math.max(image.width, image.height));
  for (const smaller of [times, times / 2]) {
    const canvas = new OffscreenCanvas(Math.round(image.width * smaller), Math.round(image.height * smaller));
    const pen = canvas.getContext("2d", { alpha: false });
    if (pen) pen.imageSmoothingQuality = "high";
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const small = await canvas.convertToBlob({ type: "image/jpeg", quality });
      if (small.size > LARGEST) continue;
      image.close();
      return base64(small);
    }
  }
  throw new Error("No preview is small enough.");
}

/** @param {Blob} blob */
async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
