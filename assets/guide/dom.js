// What all pieces share.

/**
 * The one element of that selector and kind.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} [kind]
 * @returns {T}
 */
export function one(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`No ${kind?.name ?? "HTMLElement"} is ${selector}.`);
  return /** @type {T} */ (found);
}

/**
 * An element with its properties.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Partial<HTMLElementTagNameMap[K]>} [properties]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

/**
 * Text is written only when it changes, so that a selection or a screen reader is not disturbed.
 * @param {Element} element
 * @param {string | number} content
 */
export function text(element, content) {
  if (element.textContent !== String(content)) element.textContent = String(content);
}

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * A drawing that comes again with other places: its elements stay and go there, slowly where the style sheet says so.
 * @param {Element} box
 * @param {string} markup drawn by the guide itself, never a stranger's
 */
export function redraw(box, markup) {
  if (drawn.get(box) === markup) return;
  drawn.set(box, markup);
  const fresh = make("template", { innerHTML: markup }).content;
  if (!follow(box.firstElementChild, fresh.firstElementChild)) box.replaceChildren(fresh);
}

/** @type {(old: Element | null | undefined, fresh: Element | null) => boolean} */
function follow(old, fresh) {
  if (!old || old.tagName !== fresh?.tagName || old.children.length !== fresh.children.length) return false;
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (!fresh.children.length) text(old, fresh.textContent ?? "");
  return [...fresh.children].every((child, at) => follow(old.children[at], child));
}

/**
 * A dialog that its cross closes, and a click beside it.
 * @param {HTMLDialogElement} dialog
 */
export function closes(dialog) {
  one(dialog, ".close").onclick = () => dialog.close();
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
}

/**
 * What a component gives back to Streamlit, which calls it before each new word as well: only once it has left the page
 * is it over.
 * @param {ShadowRoot} root
 * @param {() => void} over
 */
export function whenGone(root, over) {
  return () => queueMicrotask(() => { if (!root.host?.isConnected) over(); });
}
