// The sitter's camera, as far as their browser offers it and they allow it.
import { make, one, text } from "./dom.js";
import { keyed, press } from "./room_dom.js";
import { reading } from "./room_told.js";
import { fill } from "./words.js";

/** @import { Bench } from "./room_dom.js" */
/** @import { Ability } from "./room.d.ts" */

export const SET = ["zoom", "exposureCompensation", "colorTemperature", "torch"];
const HELD = 1500; // ms for which a slider stays where it was put, until the camera says what it did

export class Camera {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.box = one(bench.root, ".cam");
    /** @type {Map<string, { value: number, when: number }>} */
    this.put = new Map();
  }

  render() {
    const { known: { room, sitter }, settings: { words } } = this.bench;
    if (!room) return;
    text(one(this.box, "h2"), fill(words.camera_of ?? "", { name: sitter }));
    this.box.setAttribute("aria-label", fill(words.camera_of ?? "", { name: sitter }));
    const { abilities } = room;
    const offered = room.camera_allowed ? (abilities?.list ?? []).filter(({ name }) => SET.includes(name)) : [];
    const facing = room.camera_allowed && (abilities?.facings ?? 0) > 1;
    const why = !room.see ? "" : !room.camera_allowed ? words.camera_refused : !abilities ? words.camera_unknown
      : !offered.length && !facing ? words.camera_fixed : "";
    text(one(this.box, ".not-yet"), fill(why ?? "", { name: sitter }));
    const list = one(this.box, ".sliders");
    /** @type {(Ability | { name: "facing" })[]} */
    const items = [...offered, ...(facing ? [{ name: /** @type {const} */ ("facing") }] : [])];
    keyed(list, items, ({ name }) => name, (item) => this.begin(item.name), (box, item) => this.draw(box, item));
  }

  /** @param {string} name */
  begin(name) {
    const { send, settings: { words } } = this.bench;
    if (name === "facing" || name === "torch") {
      const group = make("div", { className: name === "facing" ? "seg" : "" });
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", (name === "facing" ? words.facing : words.set_torch) ?? "");
      const choices = name === "facing" ? /** @type {const} */ (["user", "environment"]) : [null];
      group.append(...choices.map((to) => {
        const button = make("button", { type: "button", textContent: to ? words[`facing_${to}`] ?? "" : "" });
        if (to) {
          button.dataset.to = to;
          button.onclick = () => send({ kind: "facing", to });
        }
        return button;
      }));
      return group;
    }
    const label = make("label", { innerHTML: '<span><span></span><i></i></span><input type="range">' });
    text(one(label, "span span"), words[`set_${name}`] ?? "");
    const input = one(label, "input", HTMLInputElement);
    input.oninput = () => {
      this.put.set(name, { value: input.valueAsNumber, when: performance.now() });
      send({ kind: "operate", name, value: input.valueAsNumber });
      this.bench.ask();
    };
    return label;
  }

  /**
   * @param {HTMLElement} box
   * @param {Ability | { name: "facing" }} item
   */
  draw(box, item) {
    const { send, known: { room }, settings: { words, lang } } = this.bench;
    if (!("min" in item)) {
      for (const button of box.querySelectorAll("button")) press(button, button.dataset.to === room?.abilities?.facing);
      return;
    }
    const { name, min, max, step } = item;
    if (name === "torch") {
      const button = one(box, "button");
      press(button, item.value > 0);
      text(button, words.set_torch ?? "");
      button.onclick = () => send({ kind: "operate", name, value: item.value > 0 ? 0 : 1 });
      return;
    }
    const put = this.put.get(name);
    const value = put && performance.now() - put.when < HELD ? put.value : item.value;
    const input = one(box, "input", HTMLInputElement);
    Object.assign(input, { min: String(min), max: String(max), step: String(step || "any") });
    if (input.valueAsNumber !== value) input.valueAsNumber = value;
    const said = reading({ ...item, value }, lang);
    text(one(box, "i"), said);
    input.setAttribute("aria-valuetext", said);
  }
}
