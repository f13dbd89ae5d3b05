// The two questions of a room: by which name one comes, and whether the coach may see and hear.
import { one, text } from "./dom.js";
import { plain } from "./room_plain.js";
import { fill } from "./words.js";

/** @import { Yes } from "./sitter_state.js" */
/** @import { Words } from "./words.js" */

const NAME = "framing-room-name";

export class RoomQuestions {
  /**
   * @param {ParentNode} root
   * @param {{come: (name: string) => void, stay: () => void, say: (yes: Yes) => void, leave: () => void}} answered
   */
  constructor(root, answered) {
    this.invited = one(root, "dialog.invited", HTMLDialogElement);
    this.asked = one(root, "dialog.asked", HTMLDialogElement);
    this.input = one(this.invited, "input", HTMLInputElement);
    this.camera = one(this.asked, ".allow input", HTMLInputElement);
    this.input.value = remembered();
    one(this.invited, "form", HTMLFormElement).onsubmit = () => {
      const { name } = this;
      remember(name);
      answered.come(name);
    };
    one(this.invited, ".no").onclick = () => {
      this.invited.close();
      answered.stay();
    };
    this.invited.oncancel = () => answered.stay();
    this.asked.oncancel = (event) => event.preventDefault(); // one of the three is the answer
    for (const dialog of [this.invited, this.asked]) dialog.onkeydown = (event) => event.stopPropagation();
    /** @type {(selector: string, done: () => void) => void} */
    const pressed = (selector, done) => {
      one(this.asked, selector).onclick = () => {
        this.asked.close();
        done();
      };
    };
    pressed(".yes", () => answered.say({ see: true, pictures: true, camera: this.camera.checked }));
    pressed(".keep", () => answered.say({ see: true, pictures: false, camera: this.camera.checked }));
    pressed(".no", () => answered.leave());
  }

  get name() { return plain(this.input.value); }

  invite() {
    if (!this.invited.open) this.invited.showModal();
  }

  /**
   * @param {Words} words
   * @param {string} coach
   */
  ask(words, coach) {
    text(one(this.asked, "h2"), fill(words.room_ask, { coach }));
    text(one(this.asked, ".points"), fill(words.room_ask_points, { coach }));
    text(one(this.asked, ".pictures"), fill(words.room_ask_pictures, { coach }));
    text(one(this.asked, ".others"), fill(words.room_ask_others, { coach }));
    text(one(this.asked, ".allow span"), fill(words.room_allow, { coach }));
    if (!this.asked.open) this.asked.showModal();
  }

  close() {
    this.invited.close();
    this.asked.close();
  }
}

function remembered() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name */
function remember(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Then it is asked for again.
  }
}
