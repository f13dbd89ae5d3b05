// The trainee's own record, the trainer's class, and reports: what is kept, and only for whom it is.
import { make, one, text } from "./dom.js";
import { Otherwise, secrets } from "./otherwise.js";
import { fill, translate, write } from "./words.js";

/** @import { Bench, View } from "./school_bench.js" */
/** @import { AskMoment, Class, Enrolled, Mine, Trained } from "./school_kept.d.ts" */

/**
 * Open the report of a run: fetched with the secrets, which no address holds, and shown from memory.
 * @param {Bench} bench
 * @param {string} id
 * @param {"html" | "pdf"} kind
 */
export async function openReport(bench, id, kind) {
  const tab = open("", "_blank"); // at once, or the browser takes it for an advertisement
  try {
    const answer = await bench.ask(`report/${id}.${kind}?lang=${encodeURIComponent(bench.settings.lang)}`);
    const address = URL.createObjectURL(await answer.blob());
    if (tab) tab.location.href = address;
    else location.href = address;
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } catch (error) {
    tab?.close();
    bench.trouble(error instanceof Error ? error.message : "");
  }
}

/** The button in the header, and what it opens: who practises, and what is kept of them. */
export class Record {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.box = one(bench.root, ".record");
    this.button = make("button", { type: "button", className: "who" });
    this.button.setAttribute("popovertarget", "record");
    one(bench.root, "header .trainee").append(this.button);
    this.name = "";
    one(this.box, ".enrol", HTMLFormElement).onsubmit = (event) => this.submitted(event, (told) => this.enrol(told));
    one(this.box, ".go-on", HTMLFormElement).onsubmit = (event) => this.submitted(event, (told) => this.goOn(told));
    one(this.box, ".end").onclick = () => { secrets.trainee = ""; void this.settle(); };
    one(this.box, ".erase").onclick = () => void this.tried(() => this.erase());
    this.otherwise = new Otherwise(one(bench.root, "dialog.otherwise", HTMLDialogElement));
  }

  /** @param {AskMoment} asks */
  seeOtherwise(asks) { void this.otherwise.open(this.bench.words, this.bench.session, asks); }

  // Who practises here by what this browser remembers. Being asked, the server knows it, and keeps what is scored.
  async settle() {
    this.name = "";
    let runs = 0;
    if (secrets.trainee) {
      try {
        /** @type {Mine} */
        const mine = await (await this.bench.ask("mine")).json();
        [this.name, runs] = [mine.name, mine.runs.length];
      } catch {
        this.name = ""; // erased, or the server cannot be reached: nothing is said to be kept
      }
    }
    if (!this.name) this.bench.send({ kind: "trainee", token: null });
    this.draw(runs);
  }

  /** @param {number} runs */
  draw(runs) {
    const { words } = this.bench;
    if (this.name) write(this.button, words.record_mine ?? "", { name: this.name });
    else text(this.button, words.record_nobody);
    one(this.box, ".none").hidden = Boolean(this.name);
    one(this.box, ".some").hidden = !this.name;
    write(one(this.box, ".name"), words.record_mine ?? "", { name: this.name });
    text(one(this.box, ".runs"), fill(words.record_runs, { runs }));
    text(one(this.box, ".key"), this.name ? secrets.trainee : "");
  }

  /**
   * @param {SubmitEvent} event
   * @param {(told: FormData) => Promise<void>} work
   */
  submitted(event, work) {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) {
      const told = new FormData(event.target);
      void this.tried(() => work(told));
    }
  }

  /** @param {() => Promise<void>} work */
  async tried(work) {
    text(one(this.box, ".told"), "");
    try {
      await work();
    } catch (error) {
      text(one(this.box, ".told"), error instanceof Error ? error.message : "");
    }
  }

  /** @param {FormData} told */
  async enrol(told) {
    const body = JSON.stringify({ name: String(told.get("name")), pictures: told.has("pictures") });
    /** @type {Enrolled} */
    const made = await (await this.bench.ask("trainees", { method: "POST", body })).json();
    secrets.trainee = made.token;
    await this.settle();
  }

  /** @param {FormData} told */
  async goOn(told) {
    const token = String(told.get("key")).trim();
    await this.bench.ask("mine", { headers: { "x-framing-trainee": token } });
    secrets.trainee = token;
    await this.settle();
  }

  async erase() {
    await this.bench.ask("mine", { method: "DELETE" });
    secrets.trainee = "";
    await this.settle();
    text(one(this.box, ".told"), this.bench.words.record_erased);
  }
}

/**
 * The trainer's overview of all who practise.
 * @implements {View}
 */
export class ClassView {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.root = one(bench.root, ".view.class");
    this.root.append(one(bench.root, "#class", HTMLTemplateElement).content.cloneNode(true));
    translate(this.root, bench.words);
    one(this.root, ".word", HTMLFormElement).onsubmit = (event) => {
      event.preventDefault();
      secrets.trainer = one(this.root, ".word input", HTMLInputElement).value;
      void this.fetched();
    };
  }

  show() { void this.fetched(); }

  async fetched() {
    try {
      /** @type {Class} */
      const told = await (await this.bench.ask("class")).json();
      this.draw(told.trainees);
    } catch (error) {
      one(this.root, ".word").hidden = false;
      one(this.root, ".scroll").hidden = true;
      text(one(this.root, ".told"), error instanceof Error ? error.message : "");
    }
  }

  /** @param {readonly Trained[]} trainees */
  draw(trainees) {
    one(this.root, ".word").hidden = true;
    one(this.root, ".scroll").hidden = !trainees.length;
    text(one(this.root, ".told"), trainees.length ? "" : this.bench.words.class_nobody);
    one(this.root, "tbody").replaceChildren(...trainees.map((one_) => this.row(one_)));
  }

  /** @param {Trained} trained */
  row({ number, name, runs, last, axes, trend, day }) {
    const { words } = this.bench;
    const row = make("tr");
    const told = axes.map(([title, points]) => `${title} ${points ?? "–"}`).join(" · ");
    const open = last ? /** @type {const} */ (["html", "pdf"]).map((kind) => make("button", {
      type: "button", textContent: kind === "html" ? words.report_page : words.report_pdf,
      onclick: () => void openReport(this.bench, last.id, kind),
    })) : [];
    const erase = make("button", { type: "button", className: "erase", textContent: words.class_erase });
    erase.onclick = () => { if (confirm(fill(words.class_erase_sure, { name }))) void this.erase(number); };
    const newest = last ? `${last.title}: ${last.points}` : "–";
    const axesLine = make("span", { className: "axes-line", textContent: told });
    const cells = [[name], [runs], [newest], [axesLine], [trend], [day], open, [erase]];
    row.append(...cells.map((inside) => {
      const cell = make("td");
      cell.append(...inside.map((one_) => (one_ instanceof Node ? one_ : document.createTextNode(String(one_)))));
      return cell;
    }));
    row.firstElementChild?.classList.add("name");
    return row;
  }

  /** @param {number} number */
  async erase(number) {
    try {
      await this.bench.ask(`class/${number}`, { method: "DELETE" });
    } catch (error) {
      text(one(this.root, ".told"), error instanceof Error ? error.message : "");
    }
    await this.fetched();
  }
}
