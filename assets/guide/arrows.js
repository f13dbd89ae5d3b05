// The sign of a cue: an arrow for its way, as the person sees it, or a sign for its kind.

/** @import { Cue } from "./live.d.ts" */

/** @type {Readonly<Record<string, string>>} */
const ARROWS = {
  up: "↑", down: "↓", nearer: "⤢", farther: "⤡", turn_left: "↶", turn_right: "↷", tilt_left: "↺", tilt_right: "↻",
  left: "←", right: "→",
};
/** @type {Readonly<Record<string, string>>} */
const SIGNS = { must: "▲", style: "△", ok: "✓", hold: "○" };

/**
 * The sitter's left is to the left on the screen in their own mirror only.
 * @param {Pick<Cue, "direction" | "kind">} cue
 * @param {string} viewer
 */
export function sign({ direction, kind }, viewer) {
  const turned = direction.replace(/left|right/, (way) => (way === "left" ? "right" : "left"));
  return ARROWS[viewer === "front" ? direction : turned] ?? SIGNS[kind] ?? "";
}
