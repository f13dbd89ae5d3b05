// The page of the school: which view is shown, and what the server tells of each look handed on to all of them.
import { make, one } from "./dom.js";
import { recall } from "./memory.js";
import { Bench } from "./school_bench.js";
import { Drill } from "./school_drill.js";
import { EyeView } from "./school_eye.js";
import { List } from "./school_list.js";
import { MatchView } from "./school_match.js";
import { ClassView, Record } from "./school_record.js";
import { Score } from "./school_score.js";
import { keyOf, viewOf } from "./school_state.js";
import { voice } from "./voice.js";
import { translate, write } from "./words.js";

/** @import { SchoolSettings } from "./data.d.ts" */
/** @import { SchoolLive } from "./school.d.ts" */
/** @import { View } from "./school_bench.js" */

class Page {
  /**
   * @param {HTMLElement} root
   * @param {SchoolSettings} settings
   */
  constructor(root, settings) {
    this.root = root;
    this.bench = new Bench(root, settings, () => this.draw());
    const { bench } = this;
    /** @type {Readonly<Record<string, View>>} */
    this.views = {
      list: new List(bench), drill: new Drill(bench),
      score: new Score(bench, (asks) => this.record.seeOtherwise(asks)), eye: new EyeView(bench),
      match: new MatchView(bench), class: new ClassView(bench),
    };
    this.shown = "";
    this.record = new Record(bench);
    voice.attach(one(root, ".news"), recall().voice);
    this.speak(settings);
    const over = () => void this.tried(bench.again().then(() => this.record.settle()));
    bench.feed.listen({ look: (live) => this.hear(live), over });
    addEventListener("hashchange", () => this.turn());
    addEventListener("pagehide", (event) => { if (!event.persisted) bench.feed.close(); });
    addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("visibilitychange", () => bench.camera.look());
    for (const select of this.languages) select.onchange = () => void this.tried(this.turnTo(select.value));
    void this.tried(bench.enter().then(() => this.record.settle())).then(() => this.turn());
  }

  get languages() {
    return /** @type {NodeListOf<HTMLSelectElement>} */ (this.root.querySelectorAll(".language select"));
  }

  /**
   * What the server refuses stands above the page, in its own words.
   * @param {Promise<unknown>} work
   */
  async tried(work) {
    try {
      await work;
      this.bench.trouble("");
    } catch (error) {
      this.bench.trouble(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {SchoolSettings} settings */
  speak(settings) {
    this.bench.settings = settings;
    const { lang, dir, words } = settings;
    Object.assign(document.documentElement, { lang, dir });
    translate(this.root, words);
    voice.settle(recall(), words, lang);
    for (const select of this.languages) {
      select.replaceChildren(...settings.languages.map(({ code, name }) => (
        make("option", { value: code, textContent: name, lang: code }))));
      select.value = lang;
    }
  }

  /** @param {string} language */
  async turnTo(language) {
    const answer = await this.bench.ask(`settings?lang=${encodeURIComponent(language)}`);
    this.speak(await answer.json());
    this.bench.send({ kind: "speak", language });
    await this.bench.load();
    for (const view of Object.values(this.views)) view.translate?.();
    void this.record.settle();
  }

  turn() {
    const { name, what } = viewOf(location.hash);
    if (this.shown !== name) this.views[this.shown]?.hide?.();
    this.shown = name;
    this.root.dataset.shown = name;
    write(one(this.root, ".where"), name === "list" ? "" : this.bench.words.school ?? "");
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("main > .view"))) {
      box.hidden = box.dataset.view !== name;
    }
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".views a"))) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
    this.views[name]?.show(what);
  }

  /** @param {SchoolLive} live */
  hear(live) {
    this.bench.live = live;
    this.draw();
  }

  draw() {
    const { live } = this.bench;
    if (live) for (const view of Object.values(this.views)) view.hear?.(live);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const at = event.target;
    const typing = at instanceof Element && at.matches("input:not([type=radio]), select, textarea");
    const control = at instanceof Element && at.matches("button, a, summary, input, select, textarea");
    const key = this.root.querySelector("dialog[open], :popover-open") ? null : keyOf(event, control, typing);
    if (!key) return;
    event.preventDefault();
    this.views[this.shown]?.key?.(key);
  }
}

new Page(document.body, JSON.parse(one(document.body, "#settings").textContent ?? ""));
