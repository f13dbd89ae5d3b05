// The drills, from easy to hard: what each teaches, how long it is, what it came to, and which one is next.
import { make, one, text } from "./dom.js";
import { clock } from "./school_state.js";
import { fill } from "./words.js";

/** @import { Bench, View } from "./school_bench.js" */
/** @import { DrillInfo } from "./school.d.ts" */

/** @implements {View} */
export class List {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.root = one(bench.root, ".view.list");
  }

  show() {
    this.draw();
    void this.bench.load().then(() => this.draw(), () => {}); // a run may have been added meanwhile
  }

  translate() { this.draw(); }

  draw() {
    const { root, bench: { list, words } } = this;
    const long = list.drills.filter(({ short }) => !short);
    const done = long.filter(({ runs }) => runs).length;
    text(one(root, ".done"), done ? fill(words.drills_done, { done, of: long.length }) : "");
    text(one(root, ".standard"), list.standard);
    one(root, ".standard").hidden = !list.standard;
    one(root, ".problems").hidden = !list.problems.length;
    one(root, ".problems").replaceChildren(...list.problems.map((problem) => make("li", { textContent: problem })));
    one(root, ".long").replaceChildren(...long.map((drill) => this.item(drill)));
    const short = list.drills.filter((drill) => drill.short);
    one(root, ".short").replaceChildren(...short.map((drill) => this.item(drill)));
  }

  /** @param {DrillInfo} drill */
  item(drill) {
    const { words } = this.bench;
    const item = make("li", { className: drill.recommended ? "recommended" : "" });
    const head = make("h3");
    const link = make("a", { href: `#drill=${drill.id}`, textContent: drill.title, dir: "auto" });
    if (!drill.short) head.append(make("i", { textContent: String(drill.number) }));
    head.append(link);
    if (drill.recommended) head.append(make("em", { textContent: words.recommended ?? "" }));
    const meta = make("p", { className: "meta" });
    meta.append(make("span", { textContent: `${drill.length} · ${words[`level_${drill.shown}`]}` }), this.kept(drill));
    const teaches = make("p", { className: "teaches", textContent: drill.teaches.join(" · ") });
    item.append(head, make("p", { textContent: drill.goal, dir: "auto" }), teaches, meta);
    return item;
  }

  /** @param {DrillInfo} drill */
  kept({ best, last, runs }) {
    const { words } = this.bench;
    const box = make("span");
    if (!best || !last) return box;
    const key = runs > 1 ? "best_and_last" : "only_run";
    const said = fill(words[key], { best: best.points, last: last.points });
    box.append(make("b", { textContent: said }));
    box.title = fill(words.best_beside, { time: clock(best.seconds), corrections: best.corrections });
    return box;
  }
}
