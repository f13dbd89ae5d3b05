// The overlay's pixels: the guide's lines over the camera's own picture, in the size of the screen. What a line looks
// like comes from framing/overlay/theme.py, as for stills.

import { leftOf, rightOf } from "./labels.js";

/** @import { StageLive } from "./live.d.ts" */
/** @import { Theme } from "./data.d.ts" */

/** @typedef {{x: number, y: number, width: number, height: number}} Rect in CSS pixels */
/** @typedef {CanvasRenderingContext2D} Pen */
/** @typedef {(x: number, y: number) => [number, number]} Place from viewfinder heights to the screen */

/**
 * Where a picture of that aspect stands in a box: whole, or filling it and cut by it, with `middle` as near to the
 * box's middle as the picture reaches.
 * @param {{width: number, height: number}} box
 * @param {number} aspect
 * @param {boolean} fill
 * @param {{x: number, y: number}} middle shares of the picture on the screen
 * @returns {Rect}
 */
export function fitted(box, aspect, fill, middle = { x: 0.5, y: 0.5 }) {
  const wide = box.width / box.height < aspect;
  const byWidth = fill ? !wide : wide;
  const width = byWidth ? box.width : box.height * aspect;
  const height = byWidth ? box.width / aspect : box.height;
  const at = (/** @type {number} */ room, /** @type {number} */ size, /** @type {number} */ share) =>
    size < room ? (room - size) / 2 : Math.min(0, Math.max(room - size, room / 2 - share * size));
  return { x: at(box.width, width, middle.x), y: at(box.height, height, middle.y), width, height };
}

/**
 * The same for a video that CSS fits into its box: its `object-position`, before it is mirrored.
 * @param {Rect} picture
 * @param {{width: number, height: number}} box
 * @param {boolean} mirrored
 */
export function position({ x, y, width, height }, box, mirrored) {
  /** @type {(at: number, room: number) => number} */
  const share = (at, room) => (Math.abs(room) < 0.5 ? 50 : (100 * at) / room);
  const across = share(x, box.width - width);
  return `${(mirrored ? 100 - across : across).toFixed(1)}% ${share(y, box.height - height).toFixed(1)}%`;
}

/**
 * A place in viewfinder heights of the unmirrored picture, on the screen.
 * @param {StageLive} stage
 * @param {Rect} picture where the picture stands
 * @param {boolean} mirrored
 * @returns {(x: number, y: number) => [number, number]}
 */
export function placing({ window: [left, top, , tall] }, picture, mirrored) {
  return (x, y) => {
    const across = (left + x * tall) * picture.height;
    return [picture.x + (mirrored ? picture.width - across : across), picture.y + (top + y * tall) * picture.height];
  };
}

/**
 * The viewfinder on the screen.
 * @param {StageLive} stage
 * @param {Rect} picture
 * @param {boolean} mirrored
 * @returns {Rect}
 */
export function viewfinder(stage, picture, mirrored) {
  const [, , width, height] = stage.window;
  const [x, y] = placing(stage, picture, mirrored)(mirrored ? width / height : 0, 0);
  return { x, y, width: width * picture.height, height: height * picture.height };
}

/**
 * Draw all of it on an empty canvas.
 * @param {CanvasRenderingContext2D} pen
 * @param {StageLive} stage
 * @param {{picture: Rect, mirrored: boolean, theme: Theme, font: string}} how
 */
export function draw(pen, stage, { picture, mirrored, theme, font }) {
  const place = placing(stage, picture, mirrored);
  const window = viewfinder(stage, picture, mirrored);
  const unit = Math.min(window.width, window.height);
  pen.save();
  pen.beginPath();
  pen.rect(picture.x, picture.y, picture.width, picture.height);
  pen.clip();
  if (stage.shade !== "none") {
    dim(pen, picture, window, stage.shade === "circle", theme.shade);
    edge(pen, window, stage.shade === "circle", rgb(theme.frame));
  }
  pen.save();
  keepOff(pen, picture, stage.clear, place);
  for (const line of stage.lines) trace(pen, line, theme, place, unit);
  pen.restore();
  for (const line of stage.over_face) trace(pen, line, theme, place, unit);
  for (const label of stage.labels) leftOf(pen, label.text, place(0, label.y)[1], window, picture, font);
  outlined(pen, stage, picture, mirrored, font);
  pen.restore();
}

// Told apart by their line as well as their shape.
const DASHES = [[], [9, 5], [2, 4], [12, 4, 2, 4]];

// What other uses would get, each with its name on a leader line at the picture's right.
/** @type {(pen: Pen, stage: StageLive, picture: Rect, mirrored: boolean, font: string) => void} */
function outlined(pen, stage, picture, mirrored, font) {
  let below = -Infinity;
  const there = stage.cuts.flatMap(({ window, shape, title }) =>
    (window ? [{ at: onScreen(window, picture, mirrored), shape, title }] : []));
  there.forEach(({ at, shape, title }, number) => {
    const dashes = DASHES[number % DASHES.length] ?? [];
    pen.setLineDash(dashes);
    for (const [colour, width] of /** @type {const} */ ([["rgb(0 0 0 / .6)", 4], ["rgb(255 255 255 / .95)", 1.75]])) {
      pen.beginPath();
      kept(pen, at, shape === "circle");
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke();
    }
    // One name below the other, however near their outlines are.
    const y = Math.max(below + 22, at.y + (0.15 + 0.2 * number) * at.height);
    below = y;
    rightOf(pen, title, y, at, picture, font);
  });
}

/**
 * A rectangle in picture heights of the unmirrored picture, on the screen.
 * @param {readonly number[]} window
 * @param {Rect} picture
 * @param {boolean} mirrored
 * @returns {Rect}
 */
export function onScreen([left = 0, top = 0, width = 0, height = 0], picture, mirrored) {
  const x = left * picture.height, across = width * picture.height;
  return {
    x: picture.x + (mirrored ? picture.width - x - across : x), y: picture.y + top * picture.height,
    width: across, height: height * picture.height,
  };
}

/** @type {(colour: readonly number[], alpha?: number) => string} */
function rgb([r, g, b], alpha = 1) {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** @type {(pen: Pen, picture: Rect, window: Rect, round: boolean, share: number) => void} */
function dim(pen, picture, window, round, share) {
  pen.beginPath();
  pen.rect(picture.x, picture.y, picture.width, picture.height);
  kept(pen, window, round);
  pen.fillStyle = rgb([0, 0, 0], share);
  pen.fill("evenodd");
}

/** @type {(pen: Pen, window: Rect, round: boolean) => void} */
function kept(pen, { x, y, width, height }, round) {
  if (round) pen.arc(x + width / 2, y + height / 2, Math.min(width, height) / 2, 0, 2 * Math.PI);
  else pen.rect(x, y, width, height);
}

/** @type {(pen: Pen, window: Rect, round: boolean, colour: string) => void} */
function edge(pen, window, round, colour) {
  pen.beginPath();
  kept(pen, window, round);
  pen.lineWidth = 1;
  pen.setLineDash([]);
  pen.strokeStyle = colour;
  pen.stroke();
}

// Nothing lies over a head: what is drawn next is cut off there.
/** @type {(pen: Pen, picture: Rect, heads: StageLive["clear"], place: Place) => void} */
function keepOff(pen, picture, heads, place) {
  for (const [left, top, right, bottom] of heads) {
    const [[x0, y0], [x1, y1]] = [place(left, top), place(right, bottom)];
    pen.beginPath();
    pen.rect(picture.x, picture.y, picture.width, picture.height);
    pen.rect(Math.min(x0, x1), y0, Math.abs(x1 - x0), y1 - y0);
    pen.clip("evenodd");
  }
}

/** @type {(pen: Pen, line: StageLive["lines"][number], theme: Theme, place: Place, unit: number) => void} */
function trace(pen, { role, points }, theme, place, unit) {
  const { colour, weight, dashed, bare } = theme.roles[role];
  pen.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) pen.lineTo(...place(Number(points[i]), Number(points[i + 1])));
  const width = Math.max(1, weight * unit);
  pen.lineCap = pen.lineJoin = "round";
  pen.setLineDash(dashed ? theme.dash.map((share) => share * unit) : []);
  if (dashed) pen.lineCap = "butt";
  if (!bare) {
    pen.strokeStyle = rgb([0, 0, 0], theme.halo);
    pen.lineWidth = width + 2 * Math.max(0.75, theme.haloWidth * unit);
    pen.stroke();
  }
  pen.strokeStyle = rgb(colour);
  pen.lineWidth = width;
  pen.stroke();
}
