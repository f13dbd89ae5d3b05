// The coach's ink over the picture: a pointer with its trail and strokes, as a value, and how it looks. Places are
// shares of the unmirrored picture; who draws says where they are on the screen.

/** @import { Point, Stroke, Wipe } from "./room.d.ts" */

/** @typedef {readonly [number, number]} Place */
/** @typedef {{ id: string, points: readonly Place[] }} Line */
/** @typedef {{ at: Place, when: number }} Was */
/** @typedef {{ pointer: Place | null, trail: readonly Was[], lines: readonly Line[] }} Ink */

const LINES = 40; // the oldest goes when there are more
const POINTS = 2000; // of a line
const TRAIL = 400; // ms that a place of the pointer is still seen

/** @type {Ink} */
export const CLEAN = { pointer: null, trail: [], lines: [] };

/**
 * @param {Ink} ink
 * @param {Point | Stroke | Wipe} message
 * @param {number} now ms
 * @returns {Ink}
 */
export function drawn(ink, message, now) {
  if (message.kind === "wipe") return { ...ink, lines: [] };
  if (message.kind === "point") {
    const trail = ink.trail.filter(({ when }) => now - when < TRAIL);
    const was = ink.pointer ? [...trail, { at: ink.pointer, when: now }] : [];
    return { ...ink, pointer: message.place && [...message.place], trail: message.place ? was.slice(-12) : [] };
  }
  const { id, points } = message;
  const old = ink.lines.find((line) => line.id === id);
  const line = { id, points: [...(old?.points ?? []), ...points].slice(-POINTS) };
  const lines = old ? ink.lines.map((one) => (one === old ? line : one)) : [...ink.lines, line].slice(-LINES);
  return { ...ink, lines };
}

/**
 * Whether it goes on moving by itself: the trail fades.
 * @param {Ink} ink
 * @param {number} now
 */
export function fades(ink, now) {
  return ink.trail.some(({ when }) => now - when < TRAIL);
}

/**
 * Thick and white with a dark rim, so that it is not taken for the guide's thin gold.
 * @param {CanvasRenderingContext2D} pen on an empty canvas, in CSS pixels
 * @param {Ink} ink
 * @param {(x: number, y: number) => readonly [number, number]} place from shares of the picture to the screen
 * @param {{ now: number, name: string, font: string, unit: number }} how `unit` is the picture's shorter side
 */
export function paint(pen, ink, place, { now, name, font, unit }) {
  const weight = Math.max(3.5, unit / 105);
  pen.lineCap = pen.lineJoin = "round";
  for (const [colour, width] of /** @type {const} */ ([["rgb(12 13 15 / .6)", 2 * weight], ["#fff", weight]])) {
    for (const { points } of ink.lines) {
      pen.beginPath();
      points.forEach(([x, y], at) => (at ? pen.lineTo(...place(x, y)) : pen.moveTo(...place(x, y))));
      if (points[0] && points.length === 1) pen.lineTo(...place(...points[0]));
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke();
    }
  }
  if (!ink.pointer) return;
  for (const { at, when } of ink.trail) {
    const share = Math.max(0, 1 - (now - when) / TRAIL);
    dot(pen, place(...at), 1.5 + 3 * share, `rgb(255 255 255 / ${0.75 * share})`);
  }
  const [x, y] = place(...ink.pointer);
  pen.beginPath();
  pen.arc(x, y, 15, 0, 2 * Math.PI);
  pen.fillStyle = "rgb(12 13 15 / .35)";
  pen.fill();
  for (const [colour, width] of /** @type {const} */ ([["rgb(12 13 15 / .6)", 5], ["#fff", 2.5]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
  dot(pen, [x, y], 7.5, "#0c0d0f");
  dot(pen, [x, y], 6, "#fff");
  if (name) tag(pen, name, x, y, font);
}

/** @type {(pen: CanvasRenderingContext2D, at: readonly [number, number], radius: number, colour: string) => void} */
function dot(pen, [x, y], radius, colour) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

/** @type {(pen: CanvasRenderingContext2D, name: string, x: number, y: number, font: string) => void} */
function tag(pen, name, x, y, font) {
  pen.font = font;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  const wide = pen.measureText(name).width;
  const right = x + 40 + wide < pen.canvas.clientWidth || !pen.canvas.clientWidth;
  const left = right ? x + 21 : x - 37 - wide;
  pen.beginPath();
  pen.roundRect(left, y + 3, wide + 16, 22, 8);
  pen.fillStyle = "rgb(12 13 15 / .84)";
  pen.fill();
  pen.fillStyle = "#eceae4";
  pen.fillText(name, left + 8, y + 14.5);
}
