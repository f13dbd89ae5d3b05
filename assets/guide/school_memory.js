// What the school remembers in this browser: its session in this tab, and who was in front of the camera.

const SESSION = "framing-school"; // of this tab, so that a reload finds its drill as it was
const STARTED = "framing-school-camera"; // the camera was started in this tab: the next drill starts it by itself
const BEFORE = "framing-school-before";

/** @type {(store: () => Storage, name: string) => string} */
function read(store, name) {
  try {
    return store().getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @type {(store: () => Storage, name: string, value: string) => void} */
function write(store, name, value) {
  try {
    store().setItem(name, value);
  } catch {
    // Then a reload begins from the start.
  }
}

const tab = () => sessionStorage;
const browser = () => localStorage;

export const memory = {
  get session() { return read(tab, SESSION); },
  set session(token) { write(tab, SESSION, token); },
  get started() { return read(tab, STARTED) === "yes"; },
  set started(is) { write(tab, STARTED, is ? "yes" : ""); },
  get before() { return read(browser, BEFORE); },
  set before(who) { write(browser, BEFORE, who); },
};
