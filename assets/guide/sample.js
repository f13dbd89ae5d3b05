// The sample as a camera: a photograph among its surroundings, before which a virtual camera is held by hand. The
// places come from framing/sample.py; here they are gone through and drawn.

/**
 * @typedef {object} Path
 * @property {readonly (readonly [number, number, number, number, number, number])[]} stops seconds, x, y, height,
 *   degrees, stops of exposure
 * @property {number} side
 * @property {number} above
 * @property {number} size
 * @property {number} width
 * @property {number} height
 * @property {number} fps
 */

/**
 * Where the camera is at that moment: x, y, height, degrees, stops. It eases from stop to stop, and breathes.
 * @param {Path["stops"]} stops
 * @param {number} seconds
 * @returns {readonly [x: number, y: number, height: number, roll: number, stops: number]}
 */
export function view(stops, seconds) {
  const loop = stops.at(-1)?.[0] ?? 1;
  const at = seconds % loop;
  const next = Math.max(1, stops.findIndex(([start]) => start > at));
  const [start, ...before] = /** @type {Path["stops"][number]} */ (stops[next - 1]);
  const [end, ...after] = /** @type {Path["stops"][number]} */ (stops[next]);
  const share = (at - start) / (end - start);
  const eased = share * share * (3 - 2 * share);
  const [x, y, height, roll, light] = before.map((a, i) => a + (/** @type {number} */ (after[i]) - a) * eased);
  const breath = 0.002 * Math.sin((2 * Math.PI * seconds) / 5);
  return /** @type {const} */ ([Number(x) + breath, Number(y) + breath, Number(height), Number(roll), Number(light)]);
}

export class SampleCamera {
  /** A stream of it; it is drawn until its track is stopped. */
  async open() {
    const [told, shown] = await Promise.all([asked("sample.json"), asked("sample.jpg")]);
    /** @type {Path} */
    const path = await told.json();
    const picture = await createImageBitmap(await shown.blob());
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: path.width, height: path.height });
    const pen = canvas.getContext("2d", { alpha: false });
    if (!pen) throw new DOMException("no canvas", "NotReadableError");
    const begun = performance.now();
    const draw = () => drawn(pen, path, picture, (performance.now() - begun) / 1000);
    draw();
    const stream = canvas.captureStream(path.fps);
    const [track] = stream.getVideoTracks();
    const timer = setInterval(() => {
      if (track?.readyState === "live") draw();
      else clearInterval(timer);
    }, 1000 / path.fps);
    return stream;
  }
}

/** @param {string} name */
async function asked(name) {
  const answer = await fetch(new URL(`guide/${name}`, document.baseURI));
  if (!answer.ok) throw new DOMException(`${answer.status}`, "NotReadableError");
  return answer;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Path} path
 * @param {ImageBitmap} picture
 * @param {number} seconds
 */
function drawn(pen, { stops, side, above, size, width, height }, picture, seconds) {
  const [x, y, tall, roll, light] = view(stops, seconds);
  const scale = height / (tall * size);
  pen.setTransform(1, 0, 0, 1, width / 2, height / 2);
  pen.rotate((-roll * Math.PI) / 180);
  pen.scale(scale, scale);
  pen.translate(-(x * size + side), -(y * size + above));
  pen.globalCompositeOperation = "source-over";
  const bottom = picture.height;
  const once = () => {
    pen.drawImage(picture, 0, 0);
    // Below the photograph its last row goes on.
    pen.drawImage(picture, 0, bottom - 1, picture.width, 1, 0, bottom - 0.5, picture.width, bottom);
  };
  once();
  const more = 2 ** (light / 2.2) - 1;
  if (more > 0.001) {
    pen.globalCompositeOperation = "lighter";
    pen.globalAlpha = more;
    once();
    pen.globalAlpha = 1;
  }
}
