// What this browser remembers: the choices for good, the burst that is shown in this tab through a reload and no
// longer. A browser that remembers nothing still guides.
import { read, written } from "./choices.js";

/** @import { Choices } from "./choices.js" */
/** @import { Burst } from "./pictures.d.ts" */

const NAME = "framing-guide";

/** The choices of the last visit, or those of a first one. */
export function recall() {
  try {
    return read(localStorage.getItem(NAME));
  } catch {
    return read(null);
  }
}

/** @param {Choices} choices */
export function keep(choices) {
  try {
    localStorage.setItem(NAME, written(choices));
  } catch {
    // Then the next visit is a first one.
  }
}

const CUTS = `${NAME}-cuts`;

/** The uses whose cuts were asked for besides that of the picture; their names. */
export function recallCuts() {
  try {
    const found = JSON.parse(localStorage.getItem(CUTS) ?? "[]");
    return /** @type {string[]} */ (Array.isArray(found) ? found.filter((name) => typeof name === "string") : []);
  } catch {
    return [];
  }
}

/** @param {readonly string[]} names */
export function keepCuts(names) {
  try {
    localStorage.setItem(CUTS, JSON.stringify(names));
  } catch {
    // Then they are asked for again.
  }
}

const SHOWN = `${NAME}-burst`;

/**
 * The burst that this tab was showing before it was loaded again, and how it was ranked.
 * @returns {{ burst: string, found: Burst | null }}
 */
export function shownBefore() {
  try {
    const { burst, found } = JSON.parse(sessionStorage.getItem(SHOWN) ?? "{}");
    return { burst: String(burst ?? ""), found: found ?? null };
  } catch {
    return { burst: "", found: null };
  }
}

/**
 * @param {string} burst
 * @param {Burst | null} found
 */
export function rememberShown(burst, found) {
  try {
    sessionStorage.setItem(SHOWN, JSON.stringify({ burst, found }));
  } catch {
    // Then it waits among the kept ones.
  }
}
