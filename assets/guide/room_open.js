// Before the room: the form that opens one, and the one that asks a visitor's name.
import { one, text } from "./dom.js";
import { offer } from "./room_dom.js";
import { plain } from "./room_plain.js";

/** @import { RoomSettings } from "./data.d.ts" */
/** @import { RoomOpened } from "./room.d.ts" */

/** The main page's address, for the links. */
export const base = () => new URL(".", document.baseURI).href;

/** @param {RoomSettings} settings */
export function useOptions({ uses, words }) {
  return uses.map(({ name, title, wants }) => (
    { value: name, label: (words[`wants_${wants}`] ?? "").replace("{title}", title) }));
}

/**
 * Ask the server something about rooms; its own sentence where it says no.
 * @param {string} path
 * @param {object} body
 * @param {Record<string, string>} [headers]
 * @returns {Promise<RoomOpened | string>}
 */
export async function asked(path, body, headers = {}) {
  const answer = await fetch(new URL(path, document.baseURI), {
    method: "POST", body: JSON.stringify(body), headers: { ...headers, "content-type": "application/json" },
  });
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => ({}));
  return String(said?.error ?? said?.why ?? answer.status);
}

/**
 * @param {HTMLElement} root
 * @param {RoomSettings} settings
 * @param {(opened: RoomOpened, name: string) => void} done
 */
export function openForm(root, settings, done) {
  const form = one(root, "form.opens", HTMLFormElement);
  const use = one(form, ".picture-for", HTMLSelectElement);
  offer(use, useOptions(settings), settings.first);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const button = one(form, "button", HTMLButtonElement), wrong = one(form, ".wrong");
    const value = (/** @type {string} */ selector) => plain(one(form, selector, HTMLInputElement).value);
    const [name, coach] = [value(".room-name"), value(".your-name")];
    if (button.disabled || !name || !coach) return;
    text(wrong, "");
    button.disabled = true;
    try {
      const opened = await asked("guide/rooms", { name, coach, use: use.value, base: base() });
      if (typeof opened === "string") text(wrong, opened);
      else done(opened, coach);
    } catch {
      text(wrong, settings.words.open_failed ?? "");
    } finally {
      button.disabled = false;
    }
  };
}

/**
 * @param {HTMLElement} root
 * @param {(name: string) => void} done
 */
export function nameForm(root, done) {
  const form = one(root, "form.names", HTMLFormElement);
  form.onsubmit = (event) => {
    event.preventDefault();
    const name = plain(one(form, "input", HTMLInputElement).value);
    if (name) done(name);
  };
}
