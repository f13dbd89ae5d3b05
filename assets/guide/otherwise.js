// "I see it otherwise": what is spoken about is frozen at the server when it is pressed, and kept once it is answered.
import { closes, make, one, text } from "./dom.js";

/** @import { AskMoment, Question } from "./school_kept.d.ts" */
/** @import { Words } from "./words.js" */

const TRAINEE = "framing-trainee"; // the secret of a trainee's record in this browser
const TRAINER = "framing-trainer"; // the trainer's word, in this tab alone

/** @type {(store: () => Storage, name: string) => string} */
function held(store, name) {
  try {
    return store().getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @type {(store: () => Storage, name: string, value: string) => void} */
function hold(store, name, value) {
  try {
    if (value) store().setItem(name, value);
    else store().removeItem(name);
  } catch {
    // Then it is asked for again.
  }
}

export const secrets = {
  get trainee() { return held(() => localStorage, TRAINEE); },
  set trainee(token) { hold(() => localStorage, TRAINEE, token); },
  get trainer() { return held(() => sessionStorage, TRAINER); },
  set trainer(word) { hold(() => sessionStorage, TRAINER, word); },
};

/**
 * The headers by which the record knows who asks.
 * @returns {Record<string, string>}
 */
export function whoAsks() {
  return {
    ...(secrets.trainee && { "x-framing-trainee": secrets.trainee }),
    ...(secrets.trainer && { "x-framing-trainer": secrets.trainer }),
  };
}

/**
 * @param {Partial<HTMLInputElement>} properties
 * @param {string} says
 */
function labelled(properties, says) {
  const choice = make("label", { className: "choice" });
  choice.append(make("input", properties), make("span", { textContent: says }));
  return choice;
}

export class Otherwise {
  /** @param {HTMLDialogElement} dialog an empty one, for this alone */
  constructor(dialog) {
    this.dialog = dialog;
    dialog.innerHTML = `<button type="button" class="close">✕</button><h2></h2><p class="says"></p><form></form>
      <p class="about"></p><p class="told" role="status"></p>`;
    closes(dialog);
  }

  /**
   * @param {Words} words
   * @param {string} session
   * @param {AskMoment} asks
   */
  async open(words, session, asks) {
    const { dialog } = this;
    one(dialog, ".close").setAttribute("aria-label", words.otherwise_close ?? "");
    text(one(dialog, "h2"), words.otherwise_title);
    text(one(dialog, ".says"), "…");
    text(one(dialog, ".about"), words.otherwise_about);
    text(one(dialog, ".told"), "");
    one(dialog, "form").replaceChildren();
    dialog.showModal();
    try {
      /** @type {Question} */
      const question = await (await this.ask(words, session, "moments", asks)).json();
      text(one(dialog, ".says"), question.says);
      this.offer(words, session, question);
    } catch (error) {
      text(one(dialog, ".says"), "");
      text(one(dialog, ".told"), error instanceof Error ? error.message : "");
    }
  }

  /**
   * @param {Words} words
   * @param {string} session
   * @param {Question} question
   */
  offer(words, session, { id, choices, picture }) {
    const form = one(this.dialog, "form", HTMLFormElement);
    const fields = choices.map(({ key, label }) => (
      labelled({ type: "radio", name: "answer", value: key, required: true }, label)));
    const may = labelled({ type: "checkbox", name: "picture" }, words.otherwise_picture ?? "");
    may.hidden = !picture;
    const keep = make("button", { type: "submit", className: "act gold", textContent: words.otherwise_keep });
    form.replaceChildren(...fields, may, keep);
    form.onsubmit = (event) => {
      event.preventDefault();
      const told = new FormData(form);
      void this.keep(words, session, { id, answer: String(told.get("answer")), picture: told.has("picture") });
    };
  }

  /**
   * @param {Words} words
   * @param {string} session
   * @param {{id: string, answer: string, picture: boolean}} answer
   */
  async keep(words, session, answer) {
    try {
      await this.ask(words, session, "otherwise", answer);
      one(this.dialog, "form").replaceChildren();
      text(one(this.dialog, ".about"), "");
      text(one(this.dialog, ".told"), words.otherwise_kept);
    } catch (error) {
      text(one(this.dialog, ".told"), error instanceof Error ? error.message : "");
    }
  }

  /**
   * @param {Words} words
   * @param {string} session
   * @param {string} path
   * @param {object} body
   */
  async ask(words, session, path, body) {
    const headers = { "x-framing-session": session, "accept-language": document.documentElement.lang, ...whoAsks() };
    const address = new URL(`guide/school/${path}`, document.baseURI);
    const init = { method: "POST", headers, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) };
    const answer = await fetch(address, init).catch(() => null);
    if (answer?.ok) return answer;
    const said = await answer?.json().catch(() => null);
    throw new Error(said?.error ?? words.otherwise_not_kept);
  }
}
