// The view of a scorecard: fetched, drawn, and what is done with it.
import { one, redraw } from "./dom.js";
import { Card } from "./school_card.js";
import { write } from "./words.js";

/** @import { Bench, View } from "./school_bench.js" */
/** @import { Scorecard } from "./school.d.ts" */

/** @implements {View} */
export class Score {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.root = one(bench.root, ".view.score");
    this.card = new Card(this.root);
    this.asked = "";
    one(this.root, ".first-drill").onclick = () => this.begin(this.card.shown?.next[0]?.id);
    one(this.root, ".next .again").onclick = () => this.begin(this.card.shown?.drill);
    one(this.root, ".done").onclick = () => bench.go("");
  }

  /** @param {string} attempt */
  show(attempt) {
    this.asked = attempt;
    void this.fetched(attempt);
  }

  hide() { this.asked = ""; }

  translate() { if (this.asked) void this.fetched(this.asked); }

  /** @param {"main" | "pause"} key */
  key(key) { if (key === "main") one(this.root, ".first-drill").click(); }

  /** @param {string} attempt */
  async fetched(attempt) {
    const { bench } = this;
    try {
      const card = /** @type {Scorecard} */ (await (await bench.ask(`attempts/${attempt}`)).json());
      if (this.asked !== attempt) return;
      const { lang, words } = bench.settings;
      this.card.draw(card, words, lang);
      const time = new Intl.DateTimeFormat(lang, { timeStyle: "short" }).format(card.at * 1000);
      write(one(bench.root, ".where"), words.where_scored ?? "", { title: card.title, time });
      await this.drawChart(card);
    } catch (error) {
      if (this.asked !== attempt) return;
      bench.trouble(error instanceof Error ? error.message : "");
      bench.go("");
    }
  }

  // It comes when it is made: the first one takes the server some seconds.
  /** @param {Scorecard} card */
  async drawChart({ id, runs }) {
    const box = one(this.root, ".trend figure");
    box.replaceChildren();
    if (runs < 2) return;
    const drawn = await this.bench.ask(`attempts/${id}/chart`).then((answer) => answer.text(), () => "");
    if (this.asked === id) redraw(box, drawn);
  }

  /** @param {string | undefined} drill */
  begin(drill) { if (drill) this.bench.go(`drill=${drill}`); }
}
