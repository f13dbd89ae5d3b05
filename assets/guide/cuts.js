// What other uses would get of the picture just now: a line each, with the sign of its outline on the stage.
import { make, one, text } from "./dom.js";

/** @import { Cut } from "./live.d.ts" */

/**
 * @param {HTMLElement} card
 * @param {readonly Cut[]} cuts
 */
export function drawCuts(card, cuts) {
  card.hidden = !cuts.length;
  const box = one(card, ".cuts");
  while (box.children.length > cuts.length) box.lastElementChild?.remove();
  let number = 0;
  cuts.forEach(({ title, shape, window, size, words }, at) => {
    const line = box.children[at] ?? box.appendChild(created());
    if (!(line instanceof HTMLElement)) return;
    line.dataset.shape = shape;
    line.dataset.line = window ? String(number++ % 4) : "none";
    line.title = words;
    text(one(line, "b"), title);
    text(one(line, "i"), window ? size : "–");
    text(one(line, "p"), window ? "" : words);
  });
}

function created() {
  const line = make("div", { className: "cut" });
  line.innerHTML = "<u aria-hidden='true'></u><b></b><i></i><p></p>";
  return line;
}
