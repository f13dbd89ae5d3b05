// What the page says: all of it comes from Python as texts by their keys, in the language of the person.
//
// In a text, {name} is the place of a value and *stars* hold what is emphasised. A text is filled in as a whole, so
// that each language has its own order of words.

/** @typedef {Readonly<Record<string, string>>} Words */

/**
 * The text with its values in their places.
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * The parts of a text with stars, in their order: what is plain and what is emphasised.
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} values put in after the stars were found: a star in one is a star
 */
export function parts(text, values = {}) {
  return text
    .split("*")
    .map((part, at) => ({ text: fill(part, values), strong: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/**
 * Write a text into an element, which is left alone while it says the same.
 * @param {Element} element
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function write(element, text, values) {
  const wanted = parts(text, values);
  const same = wanted.length === element.childNodes.length && wanted.every((part, at) => {
    const node = element.childNodes[at];
    return node?.textContent === part.text && (node.nodeName === "B") === part.strong;
  });
  if (same) return;
  element.replaceChildren(...wanted.map((part) => {
    if (!part.strong) return part.text;
    const strong = document.createElement("b");
    strong.textContent = part.text;
    return strong;
  }));
}

/**
 * Give every element below `root` the text that its data-word names, and the name that its data-label does.
 * @param {ParentNode} root
 * @param {Words} words
 */
export function translate(root, words) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-word]"))) {
    write(element, words[element.dataset.word ?? ""]);
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-label]"))) {
    element.setAttribute("aria-label", words[element.dataset.label ?? ""]);
  }
}
