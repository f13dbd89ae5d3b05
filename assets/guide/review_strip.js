// The contact strip: every picture of the burst, the best first, with what is said of it and where it is.
import { addressOf } from "./addresses.js";
import { make, one, text } from "./dom.js";
import { SIGNS, signed, turn } from "./review_signs.js";
import { fill } from "./words.js";

/** @import { Picture } from "./picture.js" */
/** @import { Judged } from "./pictures.d.ts" */
/** @import { Words } from "./words.js" */

/**
 * @typedef {object} StripView
 * @property {readonly Picture[]} pictures in the order in which they are shown
 * @property {readonly Judged[]} judged what a burst says of them in comparison, once it was ranked
 * @property {string} chosen
 * @property {string} other that it is compared with, empty for none
 * @property {ReadonlySet<string> | null} marked those to keep, while several are
 * @property {Words} words
 */

/**
 * @param {HTMLElement} strip
 * @param {StripView} view
 * @param {(id: string) => void} choose
 * @param {(id: string) => void} mark
 */
export function drawStrip(strip, view, choose, mark) {
  const shown = new Map([...strip.children].map((item) => [/** @type {HTMLElement} */ (item).dataset.id, item]));
  const items = view.pictures.map((picture) => shown.get(picture.id) ?? item(picture, choose, mark));
  if (items.length !== strip.children.length || items.some((one, at) => one !== strip.children[at])) {
    const focused = /** @type {ShadowRoot} */ (strip.getRootNode()).activeElement;
    strip.replaceChildren(...items);
    if (focused instanceof HTMLElement && strip.contains(focused)) focused.focus(); // moving it took the focus away
  }
  for (const [at, picture] of view.pictures.entries()) {
    const box = items[at];
    if (box instanceof HTMLElement) drawShot(box, picture, at + 1, view);
  }
  if (strip.dataset.chosen !== view.chosen) show(strip, items[view.pictures.findIndex(({ id }) => id === view.chosen)]);
  strip.dataset.chosen = view.chosen;
}

// Where the strip is wider than its place it moves to the chosen one; the page stays where it is.
/** @type {(strip: HTMLElement, chosen: Element | undefined) => void} */
function show(strip, chosen) {
  if (!chosen || strip.scrollWidth <= strip.clientWidth) return;
  const [place, room] = [chosen.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += place.left + place.width / 2 - room.left - room.width / 2;
}

/** @type {(picture: Picture, choose: (id: string) => void, mark: (id: string) => void) => HTMLElement} */
function item({ id, blob }, choose, mark) {
  const box = make("li", { className: "shot" });
  box.dataset.id = id;
  const button = make("button", { type: "button", onclick: () => choose(id) });
  const frame = make("span", { className: "frame" });
  frame.append(make("img", { src: addressOf(blob), alt: "" }));
  const name = make("span", { className: "name" });
  name.append(make("span", { className: "n" }), make("b"), signed(SIGNS.wait ?? "", "wait"), make("i"));
  const state = make("span", { className: "way" });
  state.append(signed(SIGNS.wait ?? "", "wait"), make("span"), make("i"));
  button.append(frame, name, make("span", { className: "because" }), state);
  const label = make("label", { className: "mark" });
  label.append(make("input", { type: "checkbox", onchange: () => mark(id) }), make("span"));
  box.append(button, label);
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {Picture} picture
 * @param {number} number
 * @param {StripView} view
 */
function drawShot(box, picture, number, { judged, chosen, other, marked, words }) {
  const said = judged.find(({ id }) => id === picture.id) ?? picture.judged;
  box.dataset.place = picture.id === chosen ? "first" : picture.id === other ? "second" : "";
  one(box, "button").setAttribute("aria-pressed", String(picture.id === chosen));
  const image = one(box, "img", HTMLImageElement);
  const { left, top, width, height } = picture.window;
  image.style.objectPosition = `${share(left, width, picture.width)}% ${share(top, height, picture.height)}%`;
  text(one(box, ".n"), number);
  text(one(box, ".name b"), said?.title ?? "");
  const sign = said ? { ok: "ok", must: "bad", unsure: "unsure" }[said.symbol] : "wait";
  turn(one(box, ".name svg", SVGElement), SIGNS[sign] ?? "", sign);
  text(one(box, ".name i"), said ? words[`rank_${said.rank}`] ?? "" : "");
  text(one(box, ".because"), said?.because ?? "");
  const { state, sent, blob } = picture;
  turn(one(box, ".way svg", SVGElement), SIGNS[STATE_SIGNS[state]] ?? "", state);
  const values = { percent: Math.floor((100 * sent) / blob.size), size: (blob.size / 1e6).toFixed(1) };
  text(one(box, ".way span"), fill(words[`state_${state}`] ?? "", values));
  text(one(box, ".way i"), fill(words[`shot_${picture.source}`] ?? "", { number: picture.number }));
  one(box, ".mark").hidden = !marked;
  one(box, "input", HTMLInputElement).checked = Boolean(marked?.has(picture.id));
  text(one(box, ".mark span"), fill(words.keep_picture, { number }));
}

/** @type {Readonly<Record<Picture["state"], string>>} */
const STATE_SIGNS = { waiting: "wait", sending: "wait", sent: "sent", judged: "sent", refused: "bad" };

/** @type {(start: number, length: number, all: number) => number} */
function share(start, length, all) {
  return all > length ? (100 * start) / (all - length) : 50;
}
