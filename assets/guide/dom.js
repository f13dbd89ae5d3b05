// What all pieces share.

// An element with its properties.
export function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

// Words are written only when they change, so that a selection or a screen reader is not disturbed.
export function text(element, words) {
  if (element.textContent !== String(words)) element.textContent = words;
}

// A drawing that comes again with other places: its elements stay and go there, slowly where the style sheet says so.
export function redraw(box, markup) {
  if (box.markup === markup) return;
  box.markup = markup;
  const fresh = make("template", { innerHTML: markup }).content; // drawn by the guide itself, never a stranger's
  if (!follow(box.firstElementChild, fresh.firstElementChild)) box.replaceChildren(fresh);
}

function follow(old, fresh) {
  if (!old || old.tagName !== fresh?.tagName || old.children.length !== fresh.children.length) return false;
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (!fresh.children.length) text(old, fresh.textContent);
  return [...fresh.children].every((child, at) => follow(old.children[at], child));
}
