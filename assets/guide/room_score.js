// The scorecard of a room's drill, fetched and shown in a sheet: at the coach, and at others once the coach shows it.
import { closes, one } from "./dom.js";
import { Card } from "./school_card.js";
import { write } from "./words.js";

/** @import { Scorecard } from "./school.d.ts" */
/** @import { Words } from "./words.js" */

export class ScoreSheet {
  /** @param {ParentNode} root */
  constructor(root) {
    this.dialog = one(root, "dialog.scored", HTMLDialogElement);
    if (!this.dialog.firstChild) {
      this.dialog.append(one(root, "template.score-sheet", HTMLTemplateElement).content.cloneNode(true));
    }
    closes(this.dialog);
    this.dialog.onkeydown = (event) => event.stopPropagation(); // the page's keys mean other things
    this.card = new Card(this.dialog);
    this.deeds = one(this.dialog, ".deeds");
  }

  get shown() { return this.dialog.open; }

  close() { this.dialog.close(); }

  /**
   * @param {Record<string, string>} header of the room
   * @param {Words} words
   * @param {string} lang
   * @returns {Promise<boolean>} whether it could be fetched
   */
  async show(header, words, lang) {
    const { card, dialog } = this;
    try {
      const answer = await fetch("guide/room/score", {
        headers: { ...header, "accept-language": lang }, cache: "no-store",
      });
      if (!answer.ok) return false;
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-said]"))) {
        write(place, words[place.dataset.said ?? ""] ?? "");
      }
      const score = /** @type {Scorecard} */ (await answer.json());
      card.draw(score, words, lang);
      dialog.setAttribute("aria-label", words.your_scorecard ?? "");
      if (!dialog.open) dialog.showModal();
      return true;
    } catch {
      return false;
    }
  }
}
