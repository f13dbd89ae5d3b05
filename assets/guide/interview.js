// "Always clarify the intent by asking questions": four of them, each of which may be skipped. Python turns the answers
// into a use and says why.
import { make } from "./dom.js";

export class Interview {
  constructor(slot, answered, chosen) {
    this.answered = answered; // told every answer
    this.chosen = chosen; // told the use, once somebody takes it over
    this.root = make("section", { className: "card interview" });
    this.at = 0;
    this.answers = {};
    slot.append(this.root);
  }

  show(questions, answers, intent, use) {
    this.answers = answers;
    const state = JSON.stringify([questions.length, this.at, answers, intent, use]);
    if (state === this.shown) return;
    this.shown = state;
    const focused = this.root.contains(this.root.getRootNode().activeElement);
    this.root.replaceChildren(...(this.at < questions.length ? this.ask(questions) : this.conclude(questions, intent, use)));
    if (focused) this.root.querySelector("button")?.focus();
  }

  ask(questions) {
    const question = questions[this.at];
    const options = question.options.map(({ key, label }) => {
      const button = make("button", { type: "button", textContent: label, className: "option" });
      button.setAttribute("aria-pressed", String(this.answers[question.key] === key));
      button.onclick = () => this.answer(question.key, key, questions.length);
      return button;
    });
    const skip = make("button", { type: "button", textContent: "Skip", className: "quiet" });
    skip.onclick = () => this.answer(question.key, null, questions.length);
    const row = make("div", { className: "row" });
    if (this.at) {
      const back = make("button", { type: "button", textContent: "Back", className: "quiet" });
      back.onclick = () => this.go(this.at - 1);
      row.append(back);
    }
    row.append(skip);
    const list = make("div", { className: "options" });
    list.append(...options);
    return [
      make("h4", { textContent: `What is it for? ${this.at + 1} of ${questions.length}` }),
      make("p", { className: "asks", textContent: question.asks }),
      list,
      row,
    ];
  }

  conclude(questions, intent, use) {
    const again = make("button", { type: "button", textContent: "Ask me again", className: "quiet" });
    again.onclick = () => this.go(0);
    if (!intent || JSON.stringify(intent.answers) !== JSON.stringify(this.answers)) {
      return [make("h4", { textContent: "What is it for?" }), make("p", { textContent: "…" })];
    }
    if (this.pending) {
      this.pending = false;
      queueMicrotask(() => this.chosen(intent.preset));
    }
    const row = make("div", { className: "row" });
    row.append(again);
    if (use !== intent.preset) {
      const take = make("button", { type: "button", textContent: `Use ${intent.title}`, className: "option" });
      take.onclick = () => this.chosen(intent.preset);
      row.prepend(take);
    }
    return [
      make("h4", { textContent: "What is it for?" }),
      make("p", { className: "asks", textContent: intent.title }),
      make("p", { className: "because", textContent: intent.because }),
      row,
    ];
  }

  answer(question, key, count) {
    const { [question]: before, ...others } = this.answers;
    this.answers = key === null ? others : { ...others, [question]: key };
    this.pending = this.at + 1 === count; // the last answer settles the use
    this.go(this.at + 1);
  }

  go(at) {
    this.at = at;
    this.shown = null;
    this.answered(this.answers);
  }
}
