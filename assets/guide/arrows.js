// The sign of a cue: an arrow for its way on this screen, which Python has turned, or a sign for its kind.

/** @import { ToldCue } from "./live.d.ts" */

/** @type {Readonly<Record<string, string>>} */
const ARROWS = {
  up: "↑", down: "↓", nearer: "⤢", farther: "⤡", turn_left: "↶", turn_right: "↷", tilt_left: "↺", tilt_right: "↻",
  left: "←", right: "→",
};
/** @type {Readonly<Record<string, string>>} */
const SIGNS = { must: "▲", style: "△", ok: "✓", hold: "○" };

/** @param {Pick<ToldCue, "arrow" | "kind">} cue */
export function sign({ arrow, kind }) {
  return ARROWS[arrow] ?? SIGNS[kind] ?? "";
}
