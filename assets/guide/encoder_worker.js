// Makes JPEGs beside the page: on the page's own thread browsers encode when they have nothing else to do, which beside
// a picture that plays took up to 0.7 s for each.

/**
 * @typedef {object} Order
 * @property {number} number by which the answer is known
 * @property {ImageBitmap} image spent by it
 * @property {number} longest pixels of the longer side at most
 * @property {readonly number[]} qualities the first of which the file is small enough counts
 * @property {number} largest bytes
 */

/** @param {Order} order */
async function encoded({ image, longest, qualities, largest }) {
  const times = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.round(image.width * times), Math.round(image.height * times));
  const pen = canvas.getContext("2d", { alpha: false });
  if (pen) pen.imageSmoothingQuality = "high";
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  for (const quality of qualities) {
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
    if (blob.size <= largest) return blob;
  }
  return null;
}

addEventListener("message", async (/** @type {MessageEvent<Order>} */ { data }) => {
  const blob = await encoded(data).catch(() => null);
  postMessage({ number: data.number, blob });
});
