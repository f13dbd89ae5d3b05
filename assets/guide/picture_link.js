// The picture up as numbered JPEG frames over the page's own WebSocket, one in flight and on a quick line two: the look
// at it is the answer.
// Any carrier also sends the face alone at the camera's own size once a second, for what small pictures cannot tell.
// framing/carriers/websocket.py is the other end.

/** @import { Size } from "./capture.js" */

const KIND = { picture: 1, closeUp: 2 };
const LONG = 640; // pixels along the longer side: all that faces, bodies and masks need
const QUALITY = 0.8;
// ms: the guide looks ten times a second, and a camera's pictures, one each 33 ms, do not come to the millisecond.
const EVERY = 88;
const LOST = 500; // ms without an answer after which the next one goes up all the same
// ms from a picture on the screen to its answer, up to which the next may go up while it is still being looked at: on
// so quick a line it does not wait behind the one before.
const QUICK = 180;
const CLOSE_QUALITY = 0.92;
const CLOSE_LONG = 900; // pixels

/**
 * One message: what is in it, its number, the size of the camera's own picture, and the JPEG.
 * @param {number} kind
 * @param {number} number
 * @param {Size} size
 * @param {Blob} jpeg
 */
export function message(kind, number, { width, height }, jpeg) {
  const head = new DataView(new ArrayBuffer(9));
  head.setUint8(0, kind);
  head.setUint32(1, number);
  head.setUint16(5, width);
  head.setUint16(7, height);
  return new Blob([head.buffer, jpeg]);
}

/**
 * A size no longer than that along its longer side.
 * @param {Size} size
 * @param {number} most
 */
export function within({ width, height }, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Called with each new picture of the video, and the moment at which it is shown.
 * @param {HTMLVideoElement} video
 * @param {(shown: number) => void} seen
 * @returns {() => void} ends it
 */
export function eachPicture(video, seen) {
  let over = false;
  const ask = () => {
    if (over) return;
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback((now) => { seen(now); ask(); });
    else requestAnimationFrame((now) => { seen(now); ask(); });
  };
  ask();
  return () => { over = true; };
}

export class PictureLink {
  /**
   * @param {HTMLVideoElement} video
   * @param {(message: Blob) => boolean} send whether it is on its way
   */
  constructor(video, send) {
    this.video = video;
    this.send = send;
    this.number = 0;
    this.answered = 0;
    this.sent = -Infinity;
    this.lag = Infinity; // ms to the last answer
    this.busy = false; // a picture is being made
    /** @type {Map<number, number>} */
    this.shown = new Map(); // when each one under way was on the screen
    /** @type {(() => void) | null} */
    this.end = null;
    this.canvas = new OffscreenCanvas(1, 1);
  }

  start() { this.end ??= eachPicture(this.video, (shown) => void this.seen(shown)); }

  stop() {
    this.end?.();
    this.end = null;
    this.shown.clear();
    this.answered = this.number;
  }

  /**
   * The guide has looked at that picture.
   * @param {number} number 0 where another carrier brought it
   * @returns {number | null} when it was on the screen
   */
  answer(number) {
    const shown = this.shown.get(number) ?? null;
    if (shown !== null) this.lag = performance.now() - shown;
    for (const one of [...this.shown.keys()]) if (one <= number) this.shown.delete(one);
    this.answered = Math.max(this.answered, number);
    return shown;
  }

  /** @param {number} shown */
  async seen(shown) {
    const open = this.number - this.answered;
    const waits = open > (this.lag < QUICK ? 1 : 0) && shown - this.sent < LOST;
    const { videoWidth: width, videoHeight: height } = this.video;
    if (this.busy || waits || shown - this.sent < EVERY || !width) return;
    this.busy = true;
    this.sent = shown;
    const jpeg = await drawn(this.canvas, this.video, { x: 0, y: 0, width, height }, LONG, QUALITY);
    this.busy = false;
    if (!jpeg || !this.end) return;
    this.number += 1;
    if (this.send(message(KIND.picture, this.number, { width, height }, jpeg))) this.shown.set(this.number, shown);
    else this.answered = this.number;
  }
}

/**
 * The part of the picture as a JPEG, no longer than that.
 * @param {OffscreenCanvas} canvas
 * @param {HTMLVideoElement} video
 * @param {{x: number, y: number, width: number, height: number}} part in the camera's own pixels
 * @param {number} most
 * @param {number} quality
 */
async function drawn(canvas, video, { x, y, width, height }, most, quality) {
  const size = within({ width, height }, most);
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) return null;
  pen.drawImage(video, x, y, width, height, 0, 0, size.width, size.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality }).catch(() => null);
}

const closer = { canvas: /** @type {OffscreenCanvas | null} */ (null) };

/**
 * The main head at the camera's own size; null where it is no larger than in the pictures that go up anyway.
 * @param {HTMLVideoElement} video
 * @param {{x: number, y: number, width: number, height: number}} head in shares of the picture
 */
export async function closeUp(video, head) {
  const size = { width: video.videoWidth, height: video.videoHeight };
  if (Math.max(size.width, size.height) <= LONG) return null;
  const part = around(head, size);
  if (part.width < 16 || part.height < 16) return null;
  closer.canvas ??= new OffscreenCanvas(1, 1);
  const jpeg = await drawn(closer.canvas, video, part, CLOSE_LONG, CLOSE_QUALITY);
  return jpeg && message(KIND.closeUp, 0, size, jpeg);
}

/**
 * A head with a quarter of its size round it, in whole pixels and inside the picture.
 * @param {{x: number, y: number, width: number, height: number}} head in shares
 * @param {Size} size
 */
export function around(head, { width, height }) {
  const [across, down] = [0.25 * head.width, 0.25 * head.height];
  const left = Math.max(0, Math.floor((head.x - across) * width));
  const top = Math.max(0, Math.floor((head.y - down) * height));
  const right = Math.min(width, Math.ceil((head.x + head.width + across) * width));
  const bottom = Math.min(height, Math.ceil((head.y + head.height + down) * height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
