// A short lesson about one reading or reason: what it is, what to do, and three drawings. Fetched when asked for.
import { make } from "./dom.js";

export class Lesson {
  constructor(dialog) {
    this.dialog = dialog;
    this.dialog.querySelector(".close").onclick = () => dialog.close();
    this.dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  }

  // `number` is the reading in its own unit, with what is wanted.
  async open(name, title, words, number = "") {
    this.name = name;
    this.dialog.querySelector(".number").textContent = number && `Now ${number}.`;
    this.fill({ title, what: "…", do: "", examples: [] });
    this.dialog.showModal();
    let card;
    try {
      const answer = await fetch(new URL(`guide/cards/${encodeURIComponent(name)}`, document.baseURI));
      if (!answer.ok) throw new Error(answer.statusText);
      card = await answer.json();
    } catch {
      card = { title, what: words, do: "", examples: [] }; // the reading's own words are better than none
    }
    if (this.name === name) this.fill(card);
  }

  fill(card) {
    this.dialog.querySelector("h2").textContent = card.title;
    this.dialog.querySelector(".what").textContent = card.what;
    this.dialog.querySelector(".do").textContent = card.do;
    this.dialog.querySelector(".examples").replaceChildren(...card.examples.map(({ kind, says, svg }) => {
      const figure = make("figure", { className: kind, innerHTML: svg }); // drawn by the guide itself, never a stranger's
      figure.append(make("figcaption", { textContent: says }));
      return figure;
    }));
  }
}
