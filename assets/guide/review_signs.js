// The signs of the review: one path each, in a square of 14.

/** @type {Readonly<Record<string, string>>} */
export const SIGNS = {
  ok: "M2 7.5L5.5 11L12 3",
  must: "M7 2L12.6 12H1.4Z",
  bad: "M3 3L11 11M11 3L3 11",
  unsure: "M4 4.6Q4 2 7 2T10 4.6Q10 6.2 7 7.4V8.6M7 11.2V12.4",
  wait: "M7 2A5 5 0 1 1 6.99 2",
  sent: "M7 12V3M3 6.5L7 2.5L11 6.5",
};

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} path in a square of 14
 * @param {string} kind for the style sheet
 */
export function signed(path, kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "path"));
  turn(svg, path, kind);
  return svg;
}

/**
 * @param {Element} svg with one path
 * @param {string} path
 * @param {string} kind
 */
export function turn(svg, path, kind) {
  svg.setAttribute("class", `sign ${kind}`);
  svg.querySelector("path")?.setAttribute("d", path);
}

/**
 * The outline of a cut: a circle, or a rectangle of its own proportions.
 * @param {"rectangle" | "circle"} shape
 * @param {number} aspect width by height
 */
export function outline(shape, aspect) {
  if (shape === "circle") return "M7 1.5A5.5 5.5 0 1 1 6.99 1.5Z";
  const [half, tall] = aspect < 1 ? [6 * aspect, 6] : [6, 6 / aspect];
  return `M${7 - half} ${7 - tall}H${7 + half}V${7 + tall}H${7 - half}Z`;
}
