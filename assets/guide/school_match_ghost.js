// The outline of a reference, as lines that are seen on any picture: white, with a dark rim.

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {readonly (readonly (readonly [number, number])[])[]} lines in viewfinder heights
 * @param {(x: number, y: number) => [number, number]} place to the canvas
 * @param {number} scale of the canvas: its pixels for one of the screen's
 */
export function drawLines(pen, lines, place, scale) {
  pen.lineJoin = pen.lineCap = "round";
  for (const [colour, width] of /** @type {const} */ ([["rgb(0 0 0 / .55)", 5], ["rgb(255 255 255 / .95)", 2.5]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width * scale;
    for (const line of lines) {
      pen.beginPath();
      line.forEach(([x, y], n) => (n ? pen.lineTo(...place(x, y)) : pen.moveTo(...place(x, y))));
      pen.stroke();
    }
  }
}
