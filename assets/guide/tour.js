// The first visit: four steps, each beside what it speaks of, skippable and never in the way of Start.
const STEPS = [
  [".bar .use", "Say what it is for", "A badge and a book jacket want different pictures. Choose here, or answer four short questions."],
  [".over", "Look at the picture, not at the numbers", "The bright part will be kept. One sentence at a time says what to change, with an arrow for the way."],
  [".aside-idle", "See what it reads as, and why", "Headshot or portrait, with five reasons. Tap any line for a short lesson with drawings."],
  [".controls .shoot", "Take it", "With the space bar, the self-timer, or by itself once everything holds. Nothing is kept before you say so."],
];

export class Tour {
  constructor(root, done) {
    this.root = root;
    this.done = done;
    this.at = 0;
    this.box = root.querySelector(".tour");
    this.box.querySelector(".next").onclick = () => this.step(this.at + 1);
    this.box.querySelector(".skip").onclick = () => this.end();
  }

  get open() { return !this.box.hidden; }

  begin() {
    this.box.hidden = false;
    this.step(0);
  }

  step(at) {
    this.mark(null);
    if (at >= STEPS.length) return this.end();
    this.at = at;
    const [place, title, words] = STEPS[at];
    this.mark(place);
    this.box.querySelector("b").textContent = title;
    this.box.querySelector("p").textContent = words;
    this.box.querySelector("i").textContent = `${at + 1} of ${STEPS.length}`;
    this.box.querySelector(".next").textContent = at + 1 < STEPS.length ? "Next" : "Begin";
  }

  mark(place) {
    this.root.querySelector(".toured")?.classList.remove("toured");
    if (place) this.root.querySelector(place)?.classList.add("toured");
  }

  end() {
    this.mark(null);
    if (!this.open) return;
    this.box.hidden = true;
    this.done();
  }
}
