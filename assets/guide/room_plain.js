// Names and words as the rooms take them: in one line and in their own direction (framing/room/asked.py).

// Controls, line ends, and the marks that turn the direction of what follows; some keyboards and many pages bring them.
// eslint-disable-next-line no-control-regex
const OTHER = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/**
 * What somebody has written, without what no name has.
 * @param {string} written
 */
export function plain(written) {
  return written.replace(OTHER, " ").trim();
}
