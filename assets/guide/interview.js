// "Always clarify the intent by asking questions": four of them, each of which may be skipped. Python turns the answers
// into a use and says why.
import { make } from "./dom.js";
import { fill } from "./words.js";

/** @import { Answers, DeckSettings, Intent, Question } from "./data.d.ts" */
/** @import { Words } from "./words.js" */

export class Interview {
  /**
   * @param {(answers: Answers) => void} answered told every answer
   * @param {(use: string) => void} chosen told the use, once somebody takes it over
   */
  constructor(answered, chosen) {
    this.answered = answered;
    this.chosen = chosen;
    this.root = make("section", { className: "card interview" });
    this.at = 0;
    /** @type {Answers} */
    this.answers = {};
    this.pending = false; // the last answer has been given and settles the use
    this.shown = "";
  }

  /**
   * @param {DeckSettings} settings
   * @param {Answers} answers
   */
  show({ questions, intent, use, words, lang }, answers) {
    this.answers = answers;
    const state = JSON.stringify([questions, this.at, answers, intent, use, lang]);
    if (state === this.shown) return;
    this.shown = state;
    const { activeElement } = /** @type {ShadowRoot} */ (this.root.getRootNode());
    const focused = this.root.contains(activeElement);
    const question = questions[this.at];
    const pieces = question ? this.ask(question, questions.length, words) : this.conclude(intent, use, words);
    this.root.replaceChildren(...pieces);
    if (focused) this.root.querySelector("button")?.focus();
  }

  /**
   * @param {Question} question
   * @param {number} all
   * @param {Words} words
   */
  ask(question, all, words) {
    const options = question.options.map(({ key, label }) => {
      const option = button(label, "option", () => this.answer(question.key, key, all));
      option.setAttribute("aria-pressed", String(this.answers[question.key] === key));
      return option;
    });
    const list = make("div", { className: "options" });
    list.append(...options);
    const row = make("div", { className: "row" });
    if (this.at) row.append(button(words.back, "quiet", () => this.go(this.at - 1)));
    row.append(button(words.skip, "quiet", () => this.answer(question.key, null, all)));
    const title = fill(words.interview_step, { at: this.at + 1, all });
    const asks = make("p", { className: "asks", textContent: question.asks });
    return [make("h4", { textContent: title }), asks, list, row];
  }

  /**
   * @param {Intent} intent
   * @param {string} use
   * @param {Words} words
   */
  conclude(intent, use, words) {
    const title = make("h4", { textContent: words.interview });
    const told = JSON.stringify(intent.answers) === JSON.stringify(this.answers);
    if (!told) return [title, make("p", { textContent: "…" })];
    if (this.pending) {
      this.pending = false;
      queueMicrotask(() => this.chosen(intent.preset));
    }
    const row = make("div", { className: "row" });
    if (use !== intent.preset) {
      row.append(button(fill(words.take_use, { use: intent.title }), "option", () => this.chosen(intent.preset)));
    }
    row.append(button(words.ask_again, "quiet", () => this.go(0)));
    return [
      title,
      make("p", { className: "asks", textContent: intent.title }),
      make("p", { className: "because", textContent: intent.because }),
      row,
    ];
  }

  /**
   * @param {string} question
   * @param {string | null} key
   * @param {number} all
   */
  answer(question, key, all) {
    const { [question]: _, ...others } = this.answers;
    this.answers = key === null ? others : { ...others, [question]: key };
    this.pending = this.at + 1 === all;
    this.go(this.at + 1);
  }

  /** @param {number} at */
  go(at) {
    this.at = at;
    this.shown = "";
    this.answered(this.answers);
  }
}

/** @type {(label: string, className: string, pressed: () => void) => HTMLButtonElement} */
function button(label, className, pressed) {
  return make("button", { type: "button", textContent: label, className, onclick: pressed });
}
