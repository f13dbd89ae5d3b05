// What stands above and beside the pictures of a burst, from what is known of it.
import { one, text } from "./dom.js";
import { settled } from "./picture.js";
import { SIGNS, turn } from "./review_signs.js";
import { fill, write } from "./words.js";

/** @import { ReviewSettings } from "./data.d.ts" */
/** @import { Picture } from "./picture.js" */
/** @import { Burst } from "./pictures.d.ts" */
/** @import { Words } from "./words.js" */

/**
 * @typedef {object} HeadView
 * @property {readonly Picture[]} pictures
 * @property {Burst | null} found how they were ranked
 * @property {boolean} lost the server cannot be reached
 * @property {boolean} spoken a voice says it
 * @property {ReviewSettings} settings
 */

/**
 * What was taken, how much of it was sent, and what speaks against it.
 * @param {HTMLElement} dialog
 * @param {HeadView} view
 */
export function drawHead(dialog, { pictures, found, lost, spoken, settings: { words, lang, uses } }) {
  const [first] = pictures;
  if (!first) return;
  const time = new Date(first.taken).toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit" });
  const size = { width: first.width, height: first.height };
  text(one(dialog, ".facts"), fill(words.facts, { count: pictures.length, ...size, time }));
  const sent = pictures.reduce((sum, one) => sum + Math.min(1, one.sent / one.blob.size), 0);
  const done = pictures.filter((one) => one.sent >= one.blob.size).length;
  text(one(dialog, ".progress b"), fill(words.sent_of, { sent: done, all: pictures.length }));
  one(dialog, "progress", HTMLProgressElement).value = sent / pictures.length;
  text(one(dialog, ".progress span"), done < pictures.length ? words.safe_here : "");
  const use = uses.find(({ name }) => name === first.use)?.title;
  write(one(dialog, ".for"), use ? words.for_use : "", { use: use ?? "" });
  const unread = pictures.every((picture) => settled(picture) && !picture.judged);
  const waits = unread ? words.unread : lost ? words.offline : words.looking;
  text(one(dialog, "#headline"), found?.headline ?? waits);
  text(one(dialog, ".detail"), found?.detail ?? (unread ? words.unread_step : lost ? words.offline_step : ""));
  const ranks = found?.pictures.map(({ symbol }) => symbol) ?? [];
  const worst = ["must", "unsure", "ok"].find((one) => ranks.some((rank) => rank === one)) ?? "ok";
  const sign = found ? worst : unread ? "unsure" : "wait";
  turn(one(dialog, ".lead svg", SVGElement), SIGNS[sign] ?? "", sign);
  one(dialog, ".lead").ariaLive = spoken ? "off" : "polite"; // what is spoken is not read out as well
  one(dialog, ".promise").hidden = first.kept;
}

/**
 * The buttons that decide: what is kept already can only be put back.
 * @param {HTMLElement} dialog
 * @param {{ kept: boolean, number: number, several: boolean, wanted: boolean, marked: Set<string> | null }} view
 * @param {Words} words
 */
export function drawDecide(dialog, { kept, number, several, wanted, marked }, words) {
  for (const [selector, hidden] of /** @type {const} */ ([
    [".keep", kept], [".again", kept], [".more", kept || !several], [".done", !kept],
  ])) one(dialog, `.decide ${selector}`).hidden = hidden;
  const single = wanted ? words.keeps_best : fill(words.keep_picture, { number });
  text(one(dialog, ".keep span"), marked ? fill(words.keep_marked, { count: marked.size }) : single);
  one(dialog, ".keep", HTMLButtonElement).disabled = marked?.size === 0;
  one(dialog, ".more").setAttribute("aria-pressed", String(Boolean(marked)));
}
