// What the pieces of a room's page share.
import { make } from "./dom.js";

/** @import { RoomSettings } from "./data.d.ts" */
/** @import { RoomLine } from "./room_line.js" */
/** @import { Pen } from "./room_peer_state.js" */
/** @import { Known } from "./room_state.js" */
/** @import { ToServer } from "./room.d.ts" */

/**
 * What a piece may use of the page.
 * @typedef {object} Bench
 * @property {RoomSettings} settings
 * @property {HTMLElement} root
 * @property {Known} known
 * @property {RoomLine} line
 * @property {(message: ToServer) => void} send
 * @property {(message: Pen) => void} pen
 * @property {() => void} ask for another drawing
 * @property {(words: string) => void} news to screen readers alone
 * @property {(words: string) => void} say for a while, above the picture and to screen readers
 */

/**
 * A sign of the sheet in room.html.
 * @param {string} name
 * @param {string} [kind] a class: good, warn, dim
 */
export function sign(name, kind = "") {
  const markup = `<svg class="i ${kind}" aria-hidden="true"><use href="#i-${name}"/></svg>`;
  const box = make("template", { innerHTML: markup });
  return /** @type {SVGElement} */ (box.content.firstElementChild);
}

/**
 * @param {Element} box whose first sign becomes another one
 * @param {string} name
 */
export function resign(box, name) {
  const use = box.querySelector("use");
  if (use?.getAttribute("href") !== `#i-${name}`) use?.setAttribute("href", `#i-${name}`);
}

/**
 * One child for each item, in their order. Those that stay are the same elements, so that focus stays too.
 * @template T
 * @template {HTMLElement} E
 * @param {HTMLElement} list
 * @param {readonly T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => E} begin
 * @param {(element: E, item: T, at: number) => void} draw
 */
export function keyed(list, items, key, begin, draw) {
  const old = new Map([...list.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key ?? "", child]));
  items.forEach((item, at) => {
    const name = key(item);
    let element = /** @type {E | undefined} */ (old.get(name));
    old.delete(name);
    if (!element) {
      element = begin(item);
      element.dataset.key = name;
    }
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
    draw(element, item, at);
  });
  for (const gone of old.values()) gone.remove();
}

/**
 * @param {HTMLSelectElement} select
 * @param {readonly { value: string, label: string }[]} options
 * @param {string} value
 */
export function offer(select, options, value) {
  const wanted = options.map(({ value, label }) => `${value}\n${label}`).join("\n\n");
  if (select.dataset.offered !== wanted) {
    select.dataset.offered = wanted;
    select.replaceChildren(...options.map(({ value, label }) => make("option", { value, textContent: label })));
    select.value = value;
  } else if (document.activeElement !== select && select.value !== value) select.value = value;
}

/**
 * The elements that are meant for this role take the place of their templates; those of others go away for good.
 * @param {ParentNode} root
 * @param {string} role
 */
export function grant(root, role) {
  for (const template of root.querySelectorAll("template")) {
    if (template.dataset.for === role) {
      grant(template.content, role);
      template.replaceWith(template.content);
    } else if (template.dataset.for) template.remove();
  }
}

/**
 * One that can be pressed always, and says why it does nothing just now.
 * @param {HTMLElement} button
 * @param {boolean} able
 */
export function enable(button, able) {
  button.setAttribute("aria-disabled", String(!able));
}

/**
 * @param {HTMLElement} button
 * @param {boolean} on
 */
export function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}
