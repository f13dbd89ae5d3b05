// The rows of readings, in a group's card and in its full list. A row's element stays and moves: only what changed is
// written again, so that neither the focus nor a selection is lost.
import { make, one, text } from "./dom.js";
import { fill } from "./words.js";

/** @import { Row } from "./live.d.ts" */
/** @import { About } from "./lesson.js" */
/** @import { Words } from "./words.js" */

// A tick is for Ready alone.
/** @type {Readonly<Record<string, string>>} */
export const SIGNS = { ok: "●", must: "▲", style: "△", absent: "–", shown: "·" };

export class Rows {
  /**
   * @param {HTMLElement} box
   * @param {(about: About) => void} asked a row was pressed
   */
  constructor(box, asked) {
    this.box = box;
    this.asked = asked;
    /** @type {Map<string, HTMLButtonElement>} */
    this.lines = new Map();
  }

  /**
   * @param {readonly Row[]} rows
   * @param {Words} words
   */
  render(rows, words) {
    const { box } = this;
    const root = /** @type {ShadowRoot} */ (box.getRootNode());
    const focused = box.contains(root.activeElement) ? root.activeElement : null;
    const wanted = rows.map((row) => this.line(row, words));
    wanted.forEach((line, at) => { if (box.children[at] !== line) box.insertBefore(line, box.children[at] ?? null); });
    while (box.children.length > wanted.length) box.lastElementChild?.remove();
    // An element that is moved loses the focus; one that leaves gives it to the button that shows them all.
    if (!focused || root.activeElement === focused) return;
    const heir = focused.isConnected ? focused : box.parentElement?.querySelector("button");
    if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
  }

  /**
   * @param {Row} row
   * @param {Words} words
   */
  line({ name, label, kind, word, value, band, number, because }, words) {
    const line = this.lines.get(name) ?? this.create(name);
    line.dataset.kind = kind;
    line.title = number;
    line.onclick = () => this.asked({ name, title: label, because, number });
    text(one(line, "u"), SIGNS[kind] ?? "");
    text(one(line, "b"), label);
    text(one(line, ".hide"), fill(words.row_word, { word }));
    text(one(line, "i"), value);
    text(one(line, "s"), band);
    return line;
  }

  /** @param {string} name */
  create(name) {
    const line = make("button", { type: "button", className: "reading" });
    line.innerHTML = "<u aria-hidden='true'></u><b></b><span class='hide'></span><i></i><s></s>";
    line.dataset.name = name;
    this.lines.set(name, line);
    return line;
  }
}
