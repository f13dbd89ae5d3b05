// The page of the school: which view is shown, and what the server tells of each look handed on to all of them.
import { make, one, text } from "./dom.js";
import { Bench } from "./school_bench.js";
import { EyeView } from "./school_eye.js";
import { MatchView } from "./school_match.js";
import { viewOf } from "./school_state.js";
import { translate } from "./words.js";

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
    this.bench = new Bench(root, settings, () => this.hear(this.bench.live));
    /** @type {Readonly<Record<string, View>>} */
    this.views = { eye: new EyeView(this.bench), match: new MatchView(this.bench) };
    this.shown = "";
    this.speak(settings);
    this.bench.feed.listen({ look: (live) => this.hear(live), over: () => void this.bench.again() });
    addEventListener("hashchange", () => this.turn());
    addEventListener("pagehide", (event) => { if (!event.persisted) this.bench.feed.close(); });
    one(root, ".language select", HTMLSelectElement).onchange = ({ target }) => {
      if (target instanceof HTMLSelectElement) void this.turnTo(target.value);
    };
    this.bench.enter().catch(() => this.trouble(settings.words.not_open ?? ""));
    this.turn();
  }

  /** @param {SchoolSettings} settings */
  speak(settings) {
    this.bench.settings = settings;
    const { lang, dir, words } = settings;
    Object.assign(document.documentElement, { lang, dir });
    translate(this.root, words);
    const select = one(this.root, ".language select", HTMLSelectElement);
    select.replaceChildren(...settings.languages.map(({ code, name }) => (
      make("option", { value: code, textContent: name, lang: code }))));
    select.value = lang;
    for (const view of Object.values(this.views)) view.translate?.();
  }

  /** @param {string} language */
  async turnTo(language) {
    const answer = await this.bench.ask(`settings?lang=${encodeURIComponent(language)}`);
    this.speak(await answer.json());
    this.bench.send({ kind: "speak", language });
  }

  turn() {
    const { name, what } = viewOf(location.hash);
    if (this.shown !== name) this.views[this.shown]?.hide?.();
    this.shown = name;
    this.root.dataset.shown = name;
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("main > .view"))) {
      box.hidden = box.dataset.view !== name;
    }
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".views a"))) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    this.views[name]?.show(what);
  }

  /** @param {SchoolLive | null} live */
  hear(live) {
    if (!live) return;
    this.bench.live = live;
    for (const view of Object.values(this.views)) view.hear?.(live);
  }

  /** @param {string} words */
  trouble(words) {
    const bar = one(this.root, ".notice");
    bar.hidden = !words;
    text(bar, words);
  }
}

new Page(document.body, JSON.parse(one(document.body, "#settings").textContent ?? ""));
