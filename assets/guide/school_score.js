// The view of a scorecard: fetched, drawn, and what is done with it.
import { make, one, redraw } from "./dom.js";
import { Card } from "./school_card.js";
import { openReport } from "./school_record.js";
import { translate, write } from "./words.js";

/** @import { Bench, View } from "./school_bench.js" */
/** @import { Scorecard } from "./school.d.ts" */
/** @import { AskMoment } from "./school_kept.d.ts" */

/** @implements {View} */
export class Score {
  /**
   * @param {Bench} bench
   * @param {(asks: AskMoment) => void} otherwise a reading is seen otherwise
   */
  constructor(bench, otherwise) {
    this.bench = bench;
    this.root = one(bench.root, ".view.score");
    this.card = new Card(this.root, (what) => otherwise({ kind: "reading", what, attempt: this.asked, moment: null }));
    for (const kind of /** @type {const} */ (["html", "pdf"])) {
      const button = make("button", { type: "button", onclick: () => void openReport(bench, this.asked, kind) });
      button.dataset.word = `report_${kind === "html" ? "page" : "pdf"}`;
      one(this.root, ".report").append(button);
    }
    translate(one(this.root, ".report"), bench.words);
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
