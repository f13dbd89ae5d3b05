// What comes of the chosen picture: every cut that was asked for with its outline, words and pixels, and the picture as
// such a cut shows it.
import { addressOf } from "./addresses.js";
import { make, one } from "./dom.js";
import { outline, signed } from "./review_signs.js";
import { fill } from "./words.js";

/** @import { Area, Picture } from "./picture.js" */
/** @import { Delivery } from "./pictures.d.ts" */
/** @import { Words } from "./words.js" */

const ARM = 0.18; // of the shorter side of what the loupe shows, for the corners that mark it

/**
 * @param {HTMLElement} list
 * @param {readonly Delivery[]} cuts
 * @param {string} shown the use whose cut is shown
 * @param {Words} words
 * @param {(use: string) => void} show
 * @param {(use: string) => void} save
 */
export function drawCuts(list, cuts, shown, words, show, save) {
  const state = JSON.stringify([cuts, words.save_cut]);
  if (list.dataset.state !== state) {
    list.dataset.state = state;
    list.replaceChildren(...cuts.map((cut) => row(cut, words, show, save)));
  }
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("li"))) {
    one(item, ".cut").setAttribute("aria-pressed", String(item.dataset.use === shown));
  }
}

/** @type {(cut: Delivery, words: Words, show: (use: string) => void, save: (use: string) => void) => HTMLElement} */
function row({ use, title, shape, window, words: said, good, why }, words, show, save) {
  const item = make("li");
  item.dataset.use = use;
  const button = make("button", { type: "button", className: "cut", onclick: () => show(use) });
  button.append(
    signed(outline(shape, window.width / window.height), good ? shape : "none"), make("b", { textContent: title }),
  );
  if (good) button.append(make("span", { className: "words", textContent: said }));
  if (why) button.append(make("span", { className: "words why", textContent: why }));
  item.append(button);
  if (good) {
    const label = fill(words.save_cut, { use: title });
    const saves = make("button", { type: "button", className: "save", onclick: () => save(use), ariaLabel: label });
    saves.append(signed("M7 2V10M3.5 6.8L7 10.3L10.5 6.8M2 12.5H12", "down"));
    item.append(saves);
  }
  return item;
}

/**
 * The picture as the cut shows it, and which part of it lies behind the loupe.
 * @param {Element} svg
 * @param {Picture} picture
 * @param {Pick<Delivery, "window" | "shape">} cut
 * @param {Area} part
 * @param {string} name
 */
export function drawWhole(svg, picture, { window: { left, top, width, height }, shape }, part, name) {
  const image = one(svg, "image", SVGImageElement);
  const address = addressOf(picture.blob);
  if (image.getAttribute("href") !== address) image.setAttribute("href", address);
  image.setAttribute("width", String(picture.width));
  image.setAttribute("height", String(picture.height));
  svg.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
  /** @type {SVGElement} */ (svg).style.aspectRatio = `${width} / ${height}`;
  svg.setAttribute("aria-label", name);
  const middle = left + width / 2;
  const radius = Math.min(width, height) / 2;
  const circle = `M${middle} ${top}a${radius} ${radius} 0 1 0 .01 0Z`;
  const veil = shape === "circle" ? `M${left} ${top}h${width}v${height}h${-width}Z${circle}` : "";
  one(svg, ".veil", SVGElement).setAttribute("d", veil);
  const marked = corners(common(part, { left, top, width, height }));
  for (const path of svg.querySelectorAll(".corners")) path.setAttribute("d", marked);
}

/**
 * What two areas have in common.
 * @param {Area} one
 * @param {Area} other
 * @returns {Area}
 */
function common(one, other) {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  const right = Math.min(one.left + one.width, other.left + other.width);
  const bottom = Math.min(one.top + one.height, other.top + other.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** @param {Area} area */
function corners({ left, top, width, height }) {
  if (!width || !height) return "";
  const arm = ARM * Math.min(width, height);
  const [right, bottom] = [left + width, top + height];
  return `M${left} ${top + arm}V${top}H${left + arm}M${right - arm} ${top}H${right}V${top + arm}`
    + `M${right} ${bottom - arm}V${bottom}H${right - arm}M${left + arm} ${bottom}H${left}V${bottom - arm}`;
}
