// Which further cuts are wanted of every picture: one box a use.
import { make } from "./dom.js";

/**
 * @param {HTMLElement} box
 * @param {readonly { name: string, title: string }[]} uses
 * @param {string} own the use of the picture, whose cut is always there
 * @param {readonly string[]} chosen
 * @param {(chosen: string[]) => void} told
 */
export function drawUses(box, uses, own, chosen, told) {
  const state = JSON.stringify([uses, own]);
  if (box.dataset.state === state) return;
  box.dataset.state = state;
  box.replaceChildren(...uses.map(({ name, title }) => {
    const label = make("label");
    const input = make("input", { type: "checkbox", value: name });
    input.checked = name === own || chosen.includes(name);
    input.disabled = name === own;
    input.onchange = () => {
      const all = /** @type {NodeListOf<HTMLInputElement>} */ (box.querySelectorAll("input:checked:not(:disabled)"));
      told([...all].map(({ value }) => value));
    };
    label.append(input, make("span", { textContent: title }));
    return label;
  }));
}
