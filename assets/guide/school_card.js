// A scorecard as it looks: what was asked and what came of it, by axis with the reason and its number, and what to
// practise next. It needs the markup of the school's `.view.score` and no page round it.
import { make, one, text } from "./dom.js";
import { clock, pieces } from "./school_state.js";
import { fill, write } from "./words.js";

/** @import { AxisCard, NextDrill, Scorecard } from "./school.d.ts" */
/** @import { Words } from "./words.js" */

const SIGNS = {
  nothing: ["tick", "good"], correctable: ["fix", "warn"], spoilt: ["spoilt", "bad"], unread: ["unread", "dim"],
};

export class Card {
  /**
   * @param {HTMLElement} root
   * @param {((what: string) => void) | null} otherwise a reading is seen otherwise; without it nobody is asked
   */
  constructor(root, otherwise = null) {
    this.root = root;
    this.otherwise = otherwise;
    /** @type {Scorecard | null} */
    this.shown = null;
    /** @type {Words} */
    this.words = {};
    this.lang = "en";
    this.step = 0; // whose pictures are shown
    one(root, ".turn .back").onclick = () => this.turn(-1);
    one(root, ".turn .on").onclick = () => this.turn(1);
  }

  /** @param {number} by */
  turn(by) {
    const count = this.shown?.shots.length ?? 0;
    if (!count) return;
    this.step = (this.step + by + count) % count;
    this.drawShots();
  }

  /**
   * @param {Scorecard} card
   * @param {Words} words
   * @param {string} lang
   */
  draw(card, words, lang) {
    const { root } = this;
    if (this.shown?.id !== card.id) this.step = 0;
    Object.assign(this, { shown: card, words, lang });
    text(one(root, ".sum h2"), card.goal);
    for (const [box, figure, beside] of /** @type {const} */ ([
      [".points", card.points, card.points_words],
      [".took", clock(card.seconds), fill(words.of_time, { time: clock(card.limit) })],
      [".corrected", card.corrections, card.corrections_words],
    ])) {
      text(one(root, `.sum ${box} b`), figure);
      text(one(root, `.sum ${box} i`), beside);
    }
    text(one(root, ".spoilt"), card.spoilt_words);
    one(root, ".axes ul").replaceChildren(...card.axes.map((axis) => this.axis(axis, card.bounds)));
    text(one(root, ".trend .told"), card.trend_words);
    write(one(root, ".weak"), card.weakest_words);
    one(root, ".next ul").replaceChildren(...card.next.map((drill) => this.next(drill)));
    one(root, ".first-drill").hidden = !card.next.length;
    this.drawShots();
  }

  drawShots() {
    const { root, step, words, shown } = this;
    const shots = shown?.shots ?? [];
    const shot = shots[step];
    const turn = one(root, ".turn");
    turn.hidden = shots.length < 2;
    const place = fill(words.step_of, { step: step + 1, of: shots.length });
    text(one(turn, "p"), shot ? `${place}: ${shot.goal}` : place);
    one(root, ".pairs").replaceChildren(...(shot ? [
      this.shot(shot.start, words.at_start ?? "", shot.start_words),
      this.shot(shot.handed_in, words.handed_in ?? "", shot.handed_in_words),
    ] : [make("p", { textContent: words.no_shots ?? "" })]));
  }

  /**
   * @param {string} src
   * @param {string} title
   * @param {string} says
   */
  shot(src, title, says) {
    const box = make("div");
    box.append(make("img", { src, alt: `${title}: ${says}` }), make("b", { textContent: title }),
      make("p", { textContent: says, dir: "auto" }));
    return box;
  }

  /**
   * @param {AxisCard} axis
   * @param {readonly number[]} bounds
   */
  axis(axis, bounds) {
    const item = make("li", { className: axis.level === "not yet" || axis.level === "fair" ? "low" : "" });
    const named = make("div");
    named.append(make("h4", { textContent: axis.title }), make("p", { textContent: axis.level_words }));
    const [sign, kind] = axis.points === null ? ["none", "dim"] : SIGNS[axis.fix];
    item.innerHTML = `<svg class="i ${kind}" aria-hidden="true"><use href="#i-${sign}"/></svg>`;
    item.append(named, this.level(axis, bounds), this.why(axis));
    return item;
  }

  /**
   * @param {AxisCard} axis
   * @param {readonly number[]} bounds
   */
  level({ points }, bounds) {
    const box = make("div", { className: "lvl" });
    const bar = make("div", { className: "seg" });
    const found = pieces(bounds, points ?? -1);
    bar.style.gridTemplateColumns = found.map(({ width }) => `${width}fr`).join(" ");
    bar.append(...found.map(({ is }) => make("u", { className: points === null ? "" : is })));
    if (points !== null) {
      const at = make("i");
      at.style.setProperty("--at", String(points));
      bar.append(at);
    }
    box.append(bar, make("b", { textContent: points === null ? "" : String(points) }));
    return box;
  }

  /** @param {AxisCard} axis */
  why(axis) {
    const { words } = this;
    const box = make("div", { className: "why" });
    const remedy = make("p");
    remedy.append(make("span", { textContent: axis.remedy }));
    const { otherwise } = this;
    if (otherwise && axis.measure && axis.measure !== "pattern") {
      const onclick = () => otherwise(axis.measure);
      remedy.append(make("button", { type: "button", textContent: words.otherwise, onclick }));
    }
    box.append(make("p", { textContent: axis.reason, dir: "auto" }), remedy);
    const others = axis.marks.slice(1).filter(({ fix }) => fix !== "nothing");
    if (others.length) {
      const more = make("details");
      more.append(make("summary", { textContent: fill(words.more_marks, { count: others.length }) }));
      more.append(...others.map((mark) => make("p", { textContent: `${mark.because}. ${mark.remedy}` })));
      box.append(more);
    }
    return box;
  }

  /** @param {NextDrill} drill */
  next(drill) {
    const item = make("li");
    const head = make("h4");
    head.append(make("a", { href: `#drill=${drill.id}`, textContent: drill.title, dir: "auto" }));
    const beside = make("p", { className: "dim", textContent: drill.beside });
    item.append(head, make("p", { textContent: drill.goal, dir: "auto" }), beside);
    return item;
  }
}
