// What the page of the school shows, as pure functions of what is known.

const VIEWS = ["list", "drill", "score", "eye", "match", "class"];

/**
 * The view that a fragment names, and what of it: "#drill=loop"; the list for anything else.
 * @param {string} fragment
 */
export function viewOf(fragment) {
  const [, name = "", what = ""] = /^#(\w+)(?:=([\w-]{1,64}))?$/.exec(fragment) ?? [];
  return VIEWS.includes(name) ? { name, what } : { name: "list", what: "" };
}
