// Keep or Again, pressed before the review has opened: a second or two lie between the release and its buttons, and a
// key pressed meanwhile counts as soon as they are there. From then on the buttons have keys of their own; space keeps.
const PATIENCE = 15_000; // ms after the release in which its review must open
/** @type {Readonly<Record<string, string>>} */
const DECIDES = { k: "keep", " ": "keep", a: "again" };
const CHANGES = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };

export class Decision {
  constructor() {
    this.until = -Infinity;
    this.made = "";
    this.watcher = new MutationObserver(() => this.act());
  }

  close() { this.watcher.disconnect(); }

  // A picture is being taken: its review will open.
  expect() {
    this.made = "";
    this.until = performance.now() + PATIENCE;
  }

  // No review opens: nothing was taken, or what was taken has been decided on.
  forget() {
    this.made = "";
    this.until = -Infinity;
    this.watcher.disconnect();
  }

  /**
   * Whether that key is a decision on the picture being taken.
   * @param {string} key
   */
  press(key) {
    const decided = DECIDES[key.toLowerCase()];
    if (!decided) return false;
    const open = button(decided);
    if (open ? key !== " " : performance.now() > this.until) return false; // its own key, or nothing to decide on
    this.made = decided;
    this.watcher.observe(document.body, CHANGES);
    this.act();
    return true;
  }

  act() {
    const found = button(this.made);
    if (!found) return;
    this.forget();
    found.click();
  }
}

/** @type {(decided: string) => HTMLButtonElement | null} */
function button(decided) {
  return document.querySelector(`[data-testid="stDialog"] .st-key-${decided || "none"} button:enabled`);
}
