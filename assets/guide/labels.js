// Words on the picture: on the dimmed margin with a leader line, where that has room; else inside the edge that they
// belong to.

/** @import { Pen, Rect } from "./overlay.js" */

const GAP = 10; // pixels between words and what they belong to
const INK = "236 234 228";

/**
 * Left of a rectangle, at that height.
 * @param {Pen} pen
 * @param {string} words
 * @param {number} y
 * @param {Rect} window
 * @param {Rect} picture
 * @param {string} font
 */
export function leftOf(pen, words, y, window, picture, font) {
  const { wide, outside } = measured(pen, words, window.x - picture.x, font);
  const x = outside ? window.x - 3 * GAP : window.x + GAP + wide;
  if (outside) line(pen, x + GAP / 2, window.x, y);
  written(pen, words, "right", x, outside ? y : y - 1.4 * GAP);
}

/**
 * Right of it.
 * @param {Pen} pen
 * @param {string} words
 * @param {number} y
 * @param {Rect} window
 * @param {Rect} picture
 * @param {string} font
 */
export function rightOf(pen, words, y, window, picture, font) {
  const edge = window.x + window.width;
  const { wide, outside } = measured(pen, words, picture.x + picture.width - edge, font);
  const x = outside ? edge + 3 * GAP : edge - GAP - wide;
  if (outside) line(pen, edge, x - GAP / 2, y);
  written(pen, words, "left", x, y);
}

/** @type {(pen: Pen, words: string, room: number, font: string) => {wide: number, outside: boolean}} */
function measured(pen, words, room, font) {
  pen.font = font;
  const wide = pen.measureText(words).width;
  return { wide, outside: room >= wide + 4 * GAP };
}

/** @type {(pen: Pen, from: number, to: number, y: number) => void} */
function line(pen, from, to, y) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(from, y);
  pen.lineTo(to, y);
  pen.strokeStyle = `rgb(${INK} / .8)`;
  pen.lineWidth = 1;
  pen.stroke();
}

/** @type {(pen: Pen, words: string, align: "left" | "right", x: number, y: number) => void} */
function written(pen, words, align, x, y) {
  pen.setLineDash([]);
  pen.textAlign = align;
  pen.textBaseline = "middle";
  pen.lineWidth = 3;
  pen.strokeStyle = "rgb(0 0 0 / .7)";
  pen.strokeText(words, x, y);
  pen.fillStyle = `rgb(${INK})`;
  pen.fillText(words, x, y);
}
