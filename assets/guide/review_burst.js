// The review of one burst: what speaks against it, the best one at its own pixels beside another, what comes of it, and
// all of them in a row. Nothing is kept until the person keeps it.
import { one, text } from "./dom.js";
import { canWriteFolders } from "./files.js";
import { Loupe } from "./loupe.js";
import { keepCuts, recallCuts } from "./memory.js";
import { ranked, settled } from "./picture.js";
import { drawCuts, drawWhole } from "./review_cuts.js";
import { Files, everything } from "./review_files.js";
import { drawStrip } from "./review_strip.js";
import { drawUses } from "./review_uses.js";
import { drawDecide, drawHead } from "./review_view.js";
import { fill } from "./words.js";

/** @import { ReviewSettings } from "./data.d.ts" */
/** @import { Area, Picture } from "./picture.js" */
/** @import { Burst, Delivery } from "./pictures.d.ts" */
/** @import { Roll } from "./roll.js" */

const SOON = 2000; // ms until the server is asked again what it did not answer
const ROOM = "(min-width: 701px) and (min-height: 560px)"; // for a second loupe from the start

export class BurstDialog {
  /**
   * @param {HTMLElement} root
   * @param {Roll} roll
   * @param {ReviewSettings} settings
   */
  constructor(root, roll, settings) {
    this.root = root;
    this.roll = roll;
    this.settings = settings;
    this.dialog = one(root, "dialog.burst", HTMLDialogElement);
    this.burst = "";
    /** @type {Burst | null} */
    this.found = null; // how it was ranked
    /** @type {Burst | null} */
    this.known = null; // how it was ranked before the page was loaded again
    this.ranking = ""; // for which pictures that was asked
    this.chosen = "";
    this.other = "";
    this.touched = false; // the person has chosen; until then it is the best
    this.wanted = false; // to keep the best as soon as it is known
    /** @type {Set<string> | null} */
    this.marked = null; // those to keep, while several are
    this.extra = recallCuts();
    /** @type {{ key: string, cuts: readonly Delivery[] }} */
    this.offered = { key: "", cuts: [] };
    this.cutting = ""; // for what the cuts were asked
    this.cut = ""; // the use whose cut is shown
    /** @type {Area} */
    this.part = { left: 0, top: 0, width: 0, height: 0 };
    this.files = new Files(this.dialog, roll, () => this.draw());
    this.ears = new AbortController();
    this.loupe = new Loupe(one(root, ".close-up"), (part) => {
      this.part = part;
      this.drawWhole();
    });
    this.wire();
  }

  wire() {
    const { root, dialog } = this;
    /** @type {(selector: string, action: () => unknown) => void} */
    const pressed = (selector, action) => { one(dialog, selector).onclick = () => void action(); };
    dialog.oncancel = () => this.roll.show("");
    pressed(".close", () => this.roll.show(""));
    pressed(".done", () => this.roll.show("tray"));
    pressed(".keep", () => this.keep());
    pressed(".again", () => this.again());
    pressed(".more", () => this.markMore());
    pressed(".swap", () => this.compare(this.other, this.chosen));
    pressed(".another", () => this.compare(this.chosen, this.after(this.other)));
    pressed(".alone", () => this.compare(this.chosen, ""));
    pressed(".compare", () => this.compare(this.chosen, this.after(this.chosen)));
    pressed(".zip", () => this.files.save(this.everything, true));
    pressed(".folder", () => this.files.saveToFolder(this.everything));
    pressed(".uncut", () => this.files.saveUncut(this.picture));
    one(root, ".burst .folder").hidden = !canWriteFolders;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-sheet]"))) {
      const sheet = button.dataset.sheet === "a4" ? "a4" : "4x6";
      button.onclick = () => void this.files.save([{ id: this.chosen, what: { sheet, use: this.cut } }]);
    }
    dialog.onkeydown = (event) => this.key(event);
    // A button that goes away takes the focus with it: keys then come from the page itself.
    const lost = (/** @type {KeyboardEvent} */ event) => dialog.open && event.target === document.body;
    const { signal } = this.ears;
    document.addEventListener("keydown", (event) => { if (lost(event)) this.key(event); }, { signal });
  }

  close() {
    this.ears.abort();
    this.loupe.close();
  }

  /** @type {readonly Picture[]} in the order in which they are shown */
  get pictures() { return ranked(this.roll.of(this.burst), this.found?.order ?? []); }

  get everything() { return everything(this.chosen, this.offered.cuts); }

  get picture() { return this.pictures.find(({ id }) => id === this.chosen); }

  /** @param {string} id @returns {number} from 1 */
  place(id) { return this.pictures.findIndex((picture) => picture.id === id) + 1; }

  /** @param {string} id the next one that is not the chosen */
  after(id) {
    const ids = this.pictures.map((picture) => picture.id);
    const others = [...ids.slice(ids.indexOf(id) + 1), ...ids].filter((one) => one !== this.chosen && one !== id);
    return others[0] ?? "";
  }

  // What the roll says is shown, now.
  follow() {
    const { shown } = this.roll;
    const here = shown !== "" && this.roll.of(shown).length > 0;
    if (here && shown !== this.burst) this.begin(shown);
    if (here && !this.dialog.open) this.dialog.showModal();
    if (!here && this.dialog.open) this.dialog.close();
    if (!here) this.burst = "";
    else this.draw();
  }

  /** @param {string} burst */
  begin(burst) {
    const found = this.known;
    Object.assign(this, {
      burst, found, known: null, ranking: found ? listed(found.order) : "", chosen: "", other: "",
      touched: false, wanted: false, marked: null, cutting: "",
      cut: "",
    });
    this.files.failed = false;
    this.roll.resume(burst);
    queueMicrotask(() => one(this.dialog, ".decide button:not([hidden])").focus());
  }

  rank() {
    const all = this.roll.of(this.burst);
    const judged = all.filter((picture) => picture.judged).map(({ id }) => id);
    const { burst } = this;
    if (!judged.length || listed(judged) === this.ranking || !(all.every(settled) || this.roll.sender.lost)) return;
    this.ranking = listed(judged);
    this.roll.rank(burst).then((found) => {
      if (burst !== this.burst) return;
      this.found = found;
      if (this.wanted) return this.keep();
      const { headline, detail } = found;
      this.roll.news = detail ? fill(this.settings.words.spoken, { headline, detail }) : headline;
      this.roll.tell(); // remembered
    }).catch(() => {
      setTimeout(() => {
        this.ranking = "";
        this.follow();
      }, SOON);
    });
  }

  // Until the person chooses it is the best one, beside the next best.
  choose() {
    const ids = this.pictures.map(({ id }) => id);
    if (!ids.includes(this.chosen) || !this.touched) this.chosen = ids[0] ?? "";
    const beside = this.touched ? this.other : matchMedia(ROOM).matches ? ids[1] ?? "" : "";
    this.other = ids.includes(beside) && beside !== this.chosen ? beside : "";
  }

  /**
   * @param {string} chosen
   * @param {string} other
   */
  compare(chosen, other) {
    Object.assign(this, { chosen, other, touched: true, wanted: false });
    this.draw();
  }

  /** @param {string} id */
  pick(id) { this.compare(id, id === this.other ? this.chosen : this.other); }

  cuts() {
    const { picture } = this;
    if (!picture?.judged) return;
    const known = new Set(this.settings.uses.map(({ name }) => name));
    const uses = [...new Set([picture.use, ...this.extra])].filter((name) => known.has(name));
    const key = JSON.stringify([picture.id, uses, this.settings.lang]);
    if (key === this.cutting) return;
    this.cutting = key;
    this.roll.crops(picture.id, uses).then((cuts) => {
      if (key === this.cutting) this.offered = { key, cuts };
      this.draw();
    }).catch(() => setTimeout(() => {
      if (key === this.cutting) this.cutting = "";
      this.follow();
    }, SOON));
  }

  draw() {
    if (!this.burst) return;
    this.rank();
    this.choose();
    this.cuts();
    const { pictures, found, chosen, other, marked, settings } = this;
    const { lost } = this.roll.sender;
    drawHead(this.dialog, { pictures, found, lost, spoken: this.roll.spoken, settings });
    this.drawLoupe();
    this.drawSide();
    one(this.dialog, ".strip").hidden = pictures.length < 2;
    const view = { pictures, judged: found?.pictures ?? [], chosen, other, marked, words: settings.words };
    drawStrip(one(this.dialog, ".strip"), view, (id) => this.pick(id), (id) => this.mark(id));
  }

  drawLoupe() {
    const { dialog, picture, settings: { words } } = this;
    if (!picture) return;
    const other = this.pictures.find(({ id }) => id === this.other) ?? null;
    const [number, second] = [this.place(this.chosen), this.place(this.other)];
    text(one(dialog, ".n.main"), number);
    text(one(dialog, ".n.other"), second);
    text(one(dialog, ".compared"), fill(words.compared, { number: second }));
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(".close-up .second"))) {
      part.hidden = !other;
    }
    one(dialog, ".lone").hidden = Boolean(other) || this.pictures.length < 2;
    one(dialog, ".another").hidden = this.pictures.length < 3;
    this.loupe.show(picture, other, [
      fill(words.loupe, { number }), fill(words.loupe, { number: second }),
    ]);
    this.drawWhole();
  }

  drawWhole() {
    const { picture, settings: { words } } = this;
    if (!picture || !this.burst) return;
    const cut = this.shownCut;
    text(one(this.dialog, ".cut-name"), cut?.title ?? "");
    const name = fill(words.whole_of, { number: this.place(this.chosen) });
    const shown = cut ?? { window: picture.window, shape: /** @type {const} */ ("rectangle") };
    drawWhole(one(this.dialog, ".cut-picture", SVGElement), picture, shown, this.part, name);
  }

  get shownCut() {
    const cuts = this.offered.key === this.cutting ? this.offered.cuts : [];
    return cuts.find(({ use }) => use === this.cut) ?? cuts[0];
  }

  drawSide() {
    const { dialog, picture, settings: { words, uses } } = this;
    if (!picture) return;
    const number = this.place(this.chosen);
    const there = this.offered.key === this.cutting && this.cutting !== "";
    const cuts = there ? this.offered.cuts : [];
    this.cut = this.shownCut?.use ?? picture.use;
    text(one(dialog, ".from"), fill(words.from_picture, { number }));
    drawCuts(one(dialog, ".cuts .list"), cuts, this.cut, words, (use) => {
      this.cut = use;
      this.draw();
    }, (use) => void this.files.save([{ id: this.chosen, what: { use } }]));
    const waits = one(dialog, ".waits");
    waits.hidden = there;
    text(waits, words.cuts_wait);
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (dialog.querySelectorAll(".options .chip"))) {
      button.disabled = !there;
    }
    text(one(dialog, ".sheet-of"), this.shownCut?.title ?? "");
    drawUses(one(dialog, "#uses"), uses, picture.use, this.extra, (names) => {
      keepCuts(this.extra = names);
      this.draw();
    });
    const trouble = one(dialog, ".cuts .mishap");
    const none = this.files.failed || picture.state === "refused";
    trouble.hidden = !none;
    text(one(trouble, "span"), none ? words.no_file : "");
    const { wanted, marked } = this;
    drawDecide(dialog, { kept: picture.kept, number, several: this.pictures.length > 1, wanted, marked }, words);
  }

  keep() {
    const first = this.pictures[0];
    if (!first || first.kept || this.marked?.size === 0) return;
    const knows = this.found || this.touched || this.marked || this.roll.sender.lost || this.pictures.every(settled);
    if (!knows) {
      this.wanted = true; // the best is not known yet: it will be kept once it is
      return this.draw();
    }
    this.choose();
    this.roll.keep(this.marked ? [...this.marked] : [this.chosen]);
    this.roll.show("");
  }

  again() {
    if (this.pictures.some(({ kept }) => kept)) return;
    this.roll.drop(this.pictures.map(({ id }) => id));
    this.roll.show("");
  }

  markMore() {
    this.marked = this.marked ? null : new Set([this.chosen]);
    this.touched = true;
    this.draw();
    if (this.marked) one(this.dialog, ".strip input").focus();
  }

  /** @param {string} id */
  mark(id) {
    if (this.marked && !this.marked.delete(id)) this.marked.add(id);
    this.draw();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    event.stopPropagation(); // the page below has keys of its own
    const at = event.composedPath()[0];
    const is = (/** @type {string} */ selector) => at instanceof Element && at.matches(selector);
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || is("input[type=text]")) return;
    const pressed = [" ", "Enter"].includes(event.key) && is("button, input, label");
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way) {
      const right = document.documentElement.dir === "rtl" ? -way : way;
      const next = this.pictures[this.place(this.chosen) - 1 + right];
      if (next) this.pick(next.id);
    } else if (!pressed && ["k", " ", "enter"].includes(event.key.toLowerCase())) this.keep();
    else if (event.key.toLowerCase() === "a") this.again();
    else return;
    event.preventDefault();
  }
}

/** @param {readonly string[]} ids the same for the same ones in any order */
function listed(ids) {
  return [...ids].sort().join();
}
