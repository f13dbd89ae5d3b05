// Keep or Again, pressed before the review has opened: a second or two lie between the release and its buttons, and a
// key pressed meanwhile counts as soon as they are there. From then on the buttons have keys of their own; space keeps.
const PATIENCE = 15_000; // ms after the release in which its review must open
const DECIDES = { k: "keep", " ": "keep", a: "again" };

export class Decision {
  constructor() {
    this.until = -Infinity;
    this.made = null;
    this.watcher = new MutationObserver(() => this.act());
  }

  leave() { this.watcher.disconnect(); }

  // A picture is being taken: its review will open.
  expect() {
    this.made = null;
    this.until = performance.now() + PATIENCE;
  }

  // No review opens: nothing was taken, or what was taken has been decided on.
  forget() {
    this.made = null;
    this.until = -Infinity;
    this.watcher.disconnect();
  }

  // Whether that key is a decision on the picture being taken.
  press(key) {
    const decided = DECIDES[key.toLowerCase()];
    const open = button(decided);
    if (!decided || (performance.now() > this.until && !open)) return false;
    if (open && key !== " ") return false; // its own key
    this.made = decided;
    this.watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
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

function button(decided) {
  return document.querySelector(`[data-testid="stDialog"] .st-key-${decided} button:enabled`);
}
