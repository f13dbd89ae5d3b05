// The one helper that all pieces share: an element with its properties.
function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
