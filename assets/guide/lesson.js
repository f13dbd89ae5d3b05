// A short lesson about one reading or reason: what it is, what to do, and three drawings. Fetched when asked for.
import { closes, make, one, text } from "./dom.js";
import { fill } from "./words.js";

/** @import { Words } from "./words.js" */

/**
 * @typedef {object} Card
 * @property {string} title
 * @property {string} what
 * @property {string} do
 * @property {readonly {kind: string, says: string, svg: string}[]} examples
 *
 * @typedef {object} About
 * @property {string} name of the card
 * @property {string} title
 * @property {string} because the reading's own words, which are better than none where the card does not come
 * @property {string} number the reading in its own unit, with what is wanted; empty where there is none
 */

export class Lesson {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.name = "";
    closes(dialog);
  }

  /**
   * @param {About} about
   * @param {Words} words
   */
  async open({ name, title, because, number }, words) {
    this.name = name;
    text(one(this.dialog, ".number"), number && fill(words.lesson_now, { number }));
    this.fill({ title, what: "…", do: "", examples: [] });
    this.dialog.showModal();
    /** @type {Card} */
    let card;
    try {
      const { lang } = document.documentElement;
      const answer = await fetch(new URL(`guide/cards/${encodeURIComponent(name)}?lang=${lang}`, document.baseURI));
      if (!answer.ok) throw new Error(answer.statusText);
      card = await answer.json();
    } catch {
      card = { title, what: because, do: "", examples: [] };
    }
    if (this.name === name) this.fill(card);
  }

  /** @param {Card} card */
  fill(card) {
    text(one(this.dialog, "h2"), card.title);
    text(one(this.dialog, ".what"), card.what);
    text(one(this.dialog, ".do"), card.do);
    one(this.dialog, ".examples").replaceChildren(...card.examples.map(({ kind, says, svg }) => {
      // Drawn by the guide itself, never a stranger's.
      const figure = make("figure", { className: kind, innerHTML: svg });
      figure.append(make("figcaption", { textContent: says }));
      return figure;
    }));
  }
}
