// One group of readings beside the picture: its sign, its drawing and its first rows.
import { make, one, redraw, text } from "./dom.js";
import { Rows, SIGNS } from "./rows.js";
import { fill } from "./words.js";

/** @import { Card as Data } from "./live.d.ts" */
/** @import { About } from "./lesson.js" */
/** @import { Words } from "./words.js" */

const ROWS = 5; // of a card; the rest is one tap away
const DRAWN = 3; // rows that a drawing takes the place of

export class Group {
  /**
   * @param {() => void} opened all of its readings are asked for
   * @param {(about: About) => void} asked
   */
  constructor(opened, asked) {
    this.card = make("section", { className: "card group" });
    this.card.innerHTML = `<h2><button type="button" class="more"><u></u><span></span> <em></em> <i></i></button></h2>
      <figure class="drawing"></figure><div class="rows"></div>`;
    this.more = one(this.card, ".more");
    this.more.onclick = opened;
    this.rows = new Rows(one(this.card, ".rows"), asked);
  }

  /**
   * @param {Data} group
   * @param {Words} words
   */
  render({ title, kind, rows, drawing }, words) {
    const most = drawing ? ROWS - DRAWN : ROWS;
    this.card.dataset.kind = kind;
    text(one(this.more, "u"), SIGNS[kind] ?? "");
    text(one(this.more, "span"), title);
    text(one(this.more, "i"), rows.length > most ? fill(words.group_all, { count: rows.length }) : "");
    const [worst] = rows;
    this.hint(worst && ["must", "style"].includes(worst.kind) ? `${worst.label} ${worst.value}` : "");
    this.more.setAttribute("aria-label", fill(words.group_worst, { group: title, word: rows[0]?.word ?? "" }));
    redraw(one(this.card, "figure"), drawing);
    this.rows.render(rows.slice(0, most), words);
  }

  // What stands first, on a card that is one line: whole or not at all.
  /** @param {string} first */
  hint(first) {
    const place = one(this.more, "em");
    if (place.textContent === first) return;
    place.textContent = first;
    place.hidden = false;
    place.hidden = place.scrollWidth > place.clientWidth;
  }
}
