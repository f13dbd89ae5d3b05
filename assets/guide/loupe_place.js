// Where a picture lies behind a loupe: pure geometry. A picture is never moved out of sight.

/** @import { Picture, Size } from "./picture.js" */

/** @typedef {{ x: number, y: number }} Point */

/**
 * How many pixels of the page a pixel of the picture takes: at zoom 1 exactly one of the screen's own.
 * @param {Size} size of the picture
 * @param {Size} box of the loupe, in pixels of the page
 * @param {number} zoom 0 fits the whole picture in
 * @param {number} density pixels of the screen to one of the page
 */
export function scale(size, box, zoom, density) {
  return zoom ? zoom / density : Math.min(box.width / size.width, box.height / size.height);
}

/**
 * The corner of the picture, from that of the loupe, which has this point of the picture in its middle.
 * @param {Size} size
 * @param {Size} box
 * @param {number} times pixels of the page to one of the picture
 * @param {Point} middle in pixels of the picture
 */
export function corner(size, box, times, middle) {
  return {
    left: along(size.width * times, box.width, middle.x * times),
    top: along(size.height * times, box.height, middle.y * times),
  };
}

/** @type {(length: number, room: number, middle: number) => number} */
function along(length, room, middle) {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, room / 2 - middle));
}

/**
 * The middle of the eyes in pixels of the picture; without any, where they are in most portraits.
 * @param {Picture} picture
 * @returns {Point}
 */
export function eyes({ judged, width, height, window }) {
  const found = judged?.eyes;
  if (found) return { x: (found.x + found.width / 2) * width, y: (found.y + found.height / 2) * height };
  return { x: window.left + window.width / 2, y: window.top + window.height * 0.4 };
}

/**
 * The part of the picture that the loupe shows, in pixels of the picture.
 * @param {Size} size
 * @param {Size} box
 * @param {number} times
 * @param {{ left: number, top: number }} at
 */
export function seen(size, box, times, at) {
  const left = Math.max(0, -at.left / times);
  const top = Math.max(0, -at.top / times);
  return {
    left,
    top,
    width: Math.min(size.width - left, box.width / times),
    height: Math.min(size.height - top, box.height / times),
  };
}
