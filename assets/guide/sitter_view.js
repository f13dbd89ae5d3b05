// The room as it looks on the sitter's page: who is here and what they may see, what goes to the coach, the way out.
import { addressOf } from "./addresses.js";
import { make, one, text } from "./dom.js";
import { company, instead, net, tally } from "./sitter_state.js";
import { fill } from "./words.js";

/** @import { RoomView } from "./room.d.ts" */
/** @import { Known } from "./room_line_state.js" */
/** @import { Yes } from "./sitter_state.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Words } from "./words.js" */

const LONG = [24, 48]; // letters of a cue, beyond which they are smaller, and smaller still

/**
 * @typedef {object} Sight all that is looked at
 * @property {Words} words
 * @property {string} lang
 * @property {Known} line
 * @property {RoomView | null} room
 * @property {string} you
 * @property {Yes} yes
 * @property {string | null} direct the state of the direct line to the coach
 * @property {"on" | "muted" | "taken" | "refused"} microphone
 * @property {boolean} camera it plays
 * @property {boolean} blocked the browser keeps the coach's voice back
 * @property {Readonly<Record<string, boolean>>} marks
 * @property {readonly Picture[]} pictures
 */

/**
 * @param {Words} words
 * @param {RoomView} room
 * @param {string} you
 */
export function nameOf(words, room, you) {
  return company(room, you).coach?.name ?? words.room_the_coach ?? "";
}

/**
 * Who is here, and what they may see: two sentences.
 * @param {Sight} sight
 * @returns {readonly [string, string]}
 */
export function presence({ words, lang, line, room, you, yes, direct, microphone, camera }) {
  const { phase, why } = line;
  if (phase === "over") return [why || (words[`room_over_${line.ended}`] ?? ""), words.room_goes_on ?? ""];
  if (phase === "lost") return [words.room_lost ?? "", why || (words.room_lost_step ?? "")];
  if (phase === "door") return [words.room_door ?? "", why];
  if (phase !== "in" || !room) return [words.room_joining ?? "", words.room_unseen ?? ""];
  const { coach, watchers } = company(room, you);
  const values = {
    coach: nameOf(words, room, you),
    watchers: new Intl.ListFormat(lang).format(watchers.map(({ name }) => name)),
  };
  const say = (/** @type {string | undefined} */ template) => fill(template ?? "", values);
  const many = watchers.length > 1 ? words.room_guides_more : words.room_guides_one;
  const first = say(coach ? watchers.length ? many : words.room_guides : words.room_alone);
  if (!yes.see) return [first, words.room_unseen ?? ""];
  const state = net(coach, phase, direct);
  if (state === "none") return [first, say(words.room_no_direct)];
  if (state === "away") return [first, say(words.room_away)];
  if (!camera) return [first, say(words.room_no_camera)];
  if (microphone !== "on") return [first, say(words[`room_microphone_${microphone}`])];
  if (watchers.length > 1) return [first, say(words.room_sees_all)];
  return [first, say(watchers.length ? words.room_sees_both : words.room_sees)];
}

/**
 * @param {HTMLElement} root
 * @param {Sight} sight
 */
export function drawRoom(root, sight) {
  const { words, line: { phase }, room, you, yes, direct, microphone, blocked } = sight;
  const inside = phase === "in" || phase === "lost";
  one(root, ".who").hidden = phase === "out";
  root.dataset.phase = phase;
  const [first, second] = presence(sight);
  text(one(root, ".who b"), first);
  text(one(root, ".who p"), second);
  const known = room && inside && yes.see ? net(company(room, you).coach, phase, direct) : null;
  const chip = one(root, ".net");
  chip.hidden = !known;
  chip.dataset.net = known ?? "";
  text(one(chip, "span"), known ? words[`room_net_${known}`] ?? "" : "");
  one(root, ".ok").hidden = phase !== "over";
  one(root, ".acts").hidden = phase === "over" || phase === "out";
  for (const name of [".go", ".tally", ".mute"]) one(root, name).hidden = !(inside && yes.see);
  const coach = room ? nameOf(words, room, you) : "";
  const listen = one(root, ".listen");
  listen.hidden = !(blocked && inside);
  text(listen, fill(words.room_listen ?? "", { coach }));
  const go = one(root, ".go");
  go.setAttribute("aria-checked", String(yes.pictures));
  text(one(go, "span"), fill((yes.pictures ? words.room_pictures_on : words.room_pictures_off) ?? "", { coach }));
  const mute = one(root, ".mute");
  mute.setAttribute("aria-pressed", String(microphone === "muted"));
  text(one(mute, "span"), (microphone === "muted" ? words.room_unmute : words.room_mute) ?? "");
  if (room) drawTally(root, sight, room, coach);
}

/** @type {(root: HTMLElement, sight: Sight, room: RoomView, coach: string) => void} */
function drawTally(root, { words, marks, yes }, room, coach) {
  const { sent, kept, percent } = tally(marks, room);
  const going = percent === null ? words.room_sent : words.room_sending;
  text(one(root, ".tally span"), fill(going ?? "", { sent, percent: percent ?? 0 }));
  text(one(root, ".tally i"), kept ? fill(words.room_kept ?? "", { kept }) : "");
  const allow = one(root, ".given .allow");
  text(one(allow, "span"), fill(words.room_allow ?? "", { coach }));
  one(allow, "input", HTMLInputElement).checked = yes.camera;
}

/**
 * The pictures of the room, each with the button that keeps it back.
 * @param {HTMLElement} box
 * @param {Sight} sight
 * @param {(id: string, held: boolean) => void} hold
 */
export function drawGiven(box, { words, marks, pictures, yes, room, you }, hold) {
  const shown = pictures.filter(({ id }) => id in marks).reverse();
  one(box, ".none").hidden = shown.length > 0;
  const list = one(box, "ul");
  const there = new Map([...list.children].map((item) => [/** @type {HTMLElement} */ (item).dataset.name, item]));
  const items = shown.map((picture) => there.get(picture.id) ?? card(picture));
  if (items.length !== list.children.length || items.some((item, at) => item !== list.children[at])) {
    list.replaceChildren(...items);
  }
  const coach = room ? nameOf(words, room, you) : "";
  shown.forEach(({ id }, at) => {
    const held = marks[id] || !yes.pictures;
    const button = one(/** @type {HTMLElement} */ (items[at]), "button", HTMLButtonElement);
    button.disabled = !yes.pictures;
    button.setAttribute("aria-pressed", String(held));
    text(button, fill((held ? words.room_held : words.room_keep_back) ?? "", { coach }));
    button.onclick = () => hold(id, !marks[id]);
  });
}

/** @param {Picture} picture */
function card({ id, blob }) {
  const item = make("li");
  item.dataset.name = id;
  item.append(make("img", { src: addressOf(blob), alt: "" }), make("button", { type: "button" }));
  return item;
}

/**
 * Over the cue: whose it is, when it is not the guide's own.
 * @param {HTMLElement} say the cue's box
 * @param {Pick<Sight, "words" | "room" | "you">} sight
 */
export function drawPinned(say, { words, room, you }) {
  const what = instead(room);
  if (what) say.dataset.instead = what;
  else delete say.dataset.instead;
  const cue = one(say, "b");
  cue.dataset.long = String(LONG.filter((length) => (cue.textContent ?? "").length > length).length);
  const head = one(say, ".pinned");
  head.hidden = !what;
  if (!room || !what) return;
  say.dataset.sign = room.pinned && room.pinned.cue === null ? "none" : ""; // own words point nowhere
  const by = room.pinned?.by ?? nameOf(words, room, you);
  text(one(head, "span"), fill((what === "pinned" ? words.room_pinned : words.room_paused) ?? "", { by }));
  text(one(head, "em"), words.room_guide_waits ?? "");
}
