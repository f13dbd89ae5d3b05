// What all pieces share.

// An element with its properties.
function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

// Words are written only when they change, so that a selection or a screen reader is not disturbed.
function text(element, words) {
  if (element.textContent !== String(words)) element.textContent = words;
}
