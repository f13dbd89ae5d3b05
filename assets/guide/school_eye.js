// The quiz of the eye: a picture, three questions, and what guide and trainer say beside one's own answers.
import { make, one, text } from "./dom.js";
import { fingerprint, packaged, plain, smaller, sorted } from "./school_eye_files.js";
import {
  BEGIN, READS_AS, WHATS, WHY, answered, asked, chose, complete, ended, level, onward, placed, recalled, remembered,
  sent, started,
} from "./school_eye_state.js";
import { fill, translate } from "./words.js";

/** @import { Bench } from "./school_bench.js" */
/** @import { Picture } from "./school_eye_files.js" */
/** @import { Agreed, EyeTold, Given } from "./school_eye.d.ts" */
/** @import { By, Quiz, What } from "./school_eye_state.js" */

const NAME = "framing-school-eye"; // of the earlier quizzes, on this computer: figures, no pictures and no names

export class EyeView {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.box = one(bench.root, ".view.eye");
    this.box.append(one(bench.root, "template#eye", HTMLTemplateElement).content);
    /** @type {Quiz} */
    this.quiz = BEGIN;
    /** @type {readonly Picture[]} */
    this.pictures = [];
    this.url = "";
    /** @type {Promise<{ pictures: number }> | null} */
    this.known = null;
    this.translate();
    one(this.box, ".packaged").onclick = () => void this.tried(() => packaged(bench));
    const folder = one(this.box, ".folder input", HTMLInputElement);
    folder.onchange = () => void this.tried(() => this.opened([...folder.files ?? []]));
    one(this.box, ".questions", HTMLFormElement).onsubmit = (event) => { event.preventDefault(); void this.press(); };
    one(this.box, ".questions").onchange = ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.turn(chose(this.quiz, /** @type {What} */ (target.name), target.value));
    };
    one(this.box, ".skip").onclick = () => this.move(onward(this.quiz));
    one(this.box, ".eye-ask .end").onclick = () => this.finish(ended(this.quiz));
    one(this.box, ".again").onclick = () => void this.tried(async () => this.pictures);
    one(this.box, ".others").onclick = () => this.turn(BEGIN);
  }

  show() { this.draw(); }

  hear() { if (!this.known) void this.count(); }

  translate() {
    translate(this.box, this.bench.words);
    void this.count();
    for (const what of WHATS) this.choices(what);
    this.draw();
  }

  // How many pictures come with the guide, once there is a session to ask by.
  async count() {
    if (!this.bench.session) return;
    this.known ||= this.bench.ask("eye/packaged").then((answer) => answer.json());
    const { pictures } = await this.known.catch(() => ({ pictures: 0 }));
    if (pictures) text(one(this.box, ".about"), fill(this.bench.words.eye_packaged_about ?? "", { count: pictures }));
    else this.known = null;
  }

  /** @returns {By} */
  get by() { return one(this.box, ".trainer", HTMLInputElement).checked ? "trainer" : "trainee"; }

  /** @param {() => Promise<readonly Picture[]>} open */
  async tried(open) {
    this.says("");
    try {
      this.pictures = await open();
      await this.bench.ask("eye/again", { method: "POST" });
    } catch (error) {
      return this.says(error instanceof Error ? error.message : String(error));
    }
    if (!this.pictures.length) return this.says(this.bench.words.eye_none ?? "");
    this.move(started(this.pictures.length, this.by));
  }

  /** @param {File[]} files */
  async opened(files) {
    const { pictures, sheet } = sorted(files);
    if (sheet) {
      const body = JSON.stringify({ text: await sheet.text(), name: sheet.name.slice(-60) });
      const { answers } = await (await this.bench.ask("eye/sheet", { method: "POST", body })).json();
      this.says(fill(this.bench.words.eye_sheet ?? "", { count: answers, name: sheet.name }));
    }
    return pictures;
  }

  /** @param {string} words */
  says(words) { for (const box of this.box.querySelectorAll(".says")) text(box, words); }

  /** @param {Quiz} quiz */
  turn(quiz) {
    this.quiz = quiz;
    this.draw();
  }

  /** @param {Quiz} quiz with another picture, or over */
  move(quiz) {
    if (quiz.phase === "over") return this.finish(quiz);
    this.turn(quiz);
    void this.look(quiz.at);
  }

  /** @param {number} at */
  async look(at) {
    const picture = this.pictures[at];
    if (!picture) return;
    try {
      const file = await picture.read();
      const copy = await smaller(file);
      if (this.quiz.at !== at) return;
      this.picture(copy);
      const headers = { "x-framing-sum": await fingerprint(file), "x-framing-name": plain(picture.name) };
      const question = await (await this.bench.ask("eye/pictures", { method: "POST", body: copy, headers })).json();
      if (this.quiz.at !== at) return;
      this.turn(asked(this.quiz, question));
      this.choices("first");
      this.bench.news(this.number());
      if (at) one(this.box, ".reads_as input").focus({ preventScroll: true });
    } catch (error) {
      if (this.quiz.at !== at) return;
      this.move(onward(this.quiz, error instanceof Error ? error.message : String(error)));
    }
  }

  /** @param {Blob | null} copy */
  picture(copy) {
    URL.revokeObjectURL(this.url);
    this.url = copy ? URL.createObjectURL(copy) : "";
    const shown = one(this.box, ".shown img", HTMLImageElement);
    if (copy) shown.src = this.url;
    else shown.removeAttribute("src");
  }

  async press() {
    if (this.quiz.phase === "told") return this.move(onward(this.quiz));
    if (this.quiz.phase !== "asking") return;
    if (!complete(this.quiz)) return this.says(this.bench.words.eye_incomplete ?? "");
    this.says("");
    this.turn(sent(this.quiz));
    const { question, answer, by } = this.quiz;
    try {
      const body = JSON.stringify({ picture: question?.id, by, ...answer });
      this.turn(answered(this.quiz, await (await this.bench.ask("eye/answers", { method: "POST", body })).json()));
      one(this.box, ".questions .gold").focus(); // what had it is gone, and Enter is to go on
      if (by === "trainer") this.says(this.bench.words.eye_kept_as_trainer ?? "");
    } catch (error) {
      this.turn(answered(this.quiz, null));
      this.says(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {Quiz} quiz */
  finish(quiz) {
    const now = Date.now();
    this.past = recalled(kept());
    if (quiz.by === "trainee") keep(JSON.stringify(remembered(this.past, quiz.figures, now)));
    this.picture(null);
    this.turn(quiz);
    one(this.box, ".eye-end .again").focus();
  }

  number() {
    return fill(this.bench.words.eye_number ?? "", { number: this.quiz.at + 1, count: this.quiz.count });
  }

  draw() {
    const { quiz, box, bench: { words } } = this;
    const asks = !["begin", "over"].includes(quiz.phase);
    one(box, ".eye-begin").hidden = quiz.phase !== "begin";
    one(box, ".eye-ask").hidden = !asks;
    one(box, ".eye-end").hidden = quiz.phase !== "over";
    if (asks) this.drawQuestion();
    else if (quiz.phase === "over") this.drawEnd();
    text(one(box, ".eye-ask .left"), quiz.left && fill(words.eye_unreadable ?? "", { why: quiz.left }));
  }

  drawQuestion() {
    const { quiz, box, bench: { words } } = this;
    const told = quiz.phase === "told" ? quiz.told : null;
    text(one(box, ".number"), this.number());
    one(box, ".opening").hidden = quiz.phase !== "looking";
    for (const what of WHATS) {
      const set = one(box, `fieldset.${what}`, HTMLFieldSetElement);
      set.disabled = quiz.phase !== "asking";
      set.hidden = Boolean(told);
      for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (set.querySelectorAll("input"))) {
        input.checked = input.value === quiz.answer[what];
      }
    }
    one(box, ".answers").hidden = !told;
    if (told) this.drawAnswers(told);
    const last = quiz.at + 1 >= quiz.count;
    text(one(box, ".go"), (told ? (last ? words.eye_to_end : words.eye_next) : words.eye_answer) ?? "");
    one(box, ".skip").hidden = Boolean(told);
  }

  /** @param {EyeTold} told */
  drawAnswers({ yours, guide, trainer, same, because }) {
    const { words } = this.bench;
    one(this.box, ".trainers").hidden = !trainer;
    const rows = WHATS.map((what, n) => {
      const row = make("tr");
      row.append(make("th", { scope: "row", textContent: words[`eye_row_${what}`] ?? "" }));
      row.append(this.cell(yours, what), this.cell(guide, what, same[n]));
      if (trainer) row.append(this.cell(trainer, what, trainer[what] === yours[what]));
      return row;
    });
    one(this.box, ".answers tbody", HTMLTableSectionElement).replaceChildren(...rows);
    text(one(this.box, ".because"), because && fill(words.eye_because ?? "", { why: because }));
  }

  /**
   * @param {Given} given
   * @param {What} what
   * @param {boolean} [same] as one's own; undefined for one's own
   */
  cell(given, what, same) {
    const { words } = this.bench;
    const cell = make("td", { textContent: given[what] || words.eye_open || "" });
    if (same === undefined) return cell;
    const beside = make("i", { className: same ? "same" : "other" });
    beside.append(make("u", { ariaHidden: "true", textContent: same ? "✓" : "≠" }));
    beside.append(` ${(same ? words.eye_same : words.eye_other) ?? ""}`);
    cell.append(beside);
    return cell;
  }

  /** @param {What} what */
  choices(what) {
    const { words } = this.bench;
    const named = (/** @type {string} */ key) => ({ id: key, words: words[`eye_${key}`] ?? "" });
    const offered = what === "reads_as" ? READS_AS.map(named) : what === "why" ? WHY.map(named)
      : this.quiz.question?.offered ?? [];
    const set = one(this.box, `fieldset.${what}`);
    for (const old of set.querySelectorAll("label")) old.remove();
    for (const { id, words: says } of offered) {
      const label = make("label");
      const checked = this.quiz.answer[what] === id;
      label.append(make("input", { type: "radio", name: what, value: id, checked }));
      label.append(make("span", { textContent: says }));
      set.append(label);
    }
  }

  drawEnd() {
    const { quiz, box, bench: { words } } = this;
    const trained = quiz.by === "trainer";
    text(one(box, ".for-trainer"), trained ? fill(words.eye_result_trainer ?? "", { count: quiz.given }) : "");
    one(box, ".eye-end .ways").hidden = trained;
    const figures = quiz.figures;
    const boxes = [this.table(words.eye_with_guide ?? "", figures?.guide ?? [])];
    if (figures?.trainer.length) boxes.push(this.table(words.eye_with_trainer ?? "", figures.trainer));
    boxes.push(make("p", { className: "soft", textContent: words.eye_kappa_about ?? "" }));
    one(box, ".figures").replaceChildren(...boxes);
    one(box, ".chart").replaceChildren(this.chart());
  }

  /**
   * @param {string} title
   * @param {readonly Agreed[]} agreed
   */
  table(title, agreed) {
    const { words } = this.bench;
    const table = make("table");
    table.append(make("caption", { textContent: title }));
    const head = make("tr");
    head.append(make("td"), ...["eye_pictures", "eye_agreement", "eye_kappa"].map((key) => (
      make("th", { scope: "col", textContent: words[key] ?? "" }))));
    table.append(head);
    for (const one of agreed) {
      const row = make("tr");
      row.append(make("th", { scope: "row", textContent: words[`eye_row_${one.what}`] ?? "" }));
      row.append(...[one.pictures, one.share, one.kappa].map((cell) => make("td", { textContent: String(cell) })));
      table.append(row);
    }
    return table;
  }

  // This quiz picture by picture, and the earlier ones as dots.
  chart() {
    const { words, settings } = this.bench;
    const figure = make("figure");
    const lines = [0, 0.5, 1].map((kappa) => {
      const y = level(kappa);
      const says = new Intl.NumberFormat(settings.lang, { maximumFractionDigits: 1 }).format(kappa);
      return `<line x1="44" x2="412" y1="${y}" y2="${y}" class="grid"/><text x="36" y="${y + 4}">${says}</text>`;
    });
    const here = placed(this.quiz.figures?.course ?? []);
    const before = placed((this.past ?? []).map(({ kappa }) => kappa));
    const way = here.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    const dots = before.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" class="past"/>`);
    const [x, y] = here.at(-1) ?? [];
    const end = x === undefined ? "" : `<circle cx="${x}" cy="${y}" r="5" class="now"/>`;
    const drawn = [...lines, ...dots, `<polyline points="${way}"/>`, end].join("");
    figure.innerHTML = `<svg viewBox="0 0 420 184" role="img">${drawn}</svg>`;
    one(figure, "svg", SVGElement).setAttribute("aria-label", words.eye_over_time ?? "");
    const legend = make("figcaption");
    legend.append(make("span", { className: "now", textContent: words.eye_this_quiz ?? "" }));
    if (before.length) legend.append(make("span", { className: "past", textContent: words.eye_earlier ?? "" }));
    figure.append(legend);
    return figure;
  }
}

function kept() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** @param {string} past */
function keep(past) {
  try {
    localStorage.setItem(NAME, past);
  } catch {
    // Then the next quiz stands alone.
  }
}
