// The deck as it looks: from the settings, what is live, what was chosen and the camera's state to what stands there.
import { sign } from "./arrows.js";
import { meddling } from "./capture.js";
import { make, one, text } from "./dom.js";
import { fill, write } from "./words.js";

/** @import { Choices } from "./choices.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Link } from "./link.js" */
/** @import { Roll } from "./roll.js" */
/** @import { DeckSettings, Sentences } from "./data.d.ts" */
/** @import { DeckLive } from "./live.d.ts" */

/**
 * @typedef {object} View
 * @property {DeckSettings} settings
 * @property {DeckLive} live
 * @property {Choices} choices
 * @property {Camera} camera
 * @property {Link} link
 * @property {Roll} roll
 * @property {boolean} failed the camera gave no picture when one was to be taken
 * @property {boolean} pins the cue is a coach's, whatever the camera does
 */

const TOLD = 10_000; // ms for which it is told that the picture goes another way
const RUNNING = ["connecting", "live", "paused", "asking"];

/**
 * The page round the deck, which is Streamlit's.
 * @param {View} view
 */
export function drawStage({ settings, live }) {
  // Streamlit makes the page's scrolling part a stop of the keyboard; Start is the first one after the skip link.
  document.querySelector('[data-testid="stMain"]')?.setAttribute("tabindex", "-1");
  const stage = document.querySelector(".st-key-stage");
  if (!(stage instanceof HTMLElement)) return;
  stage.style.setProperty("--aspect", String(settings.aspect));
  stage.dataset.mode = settings.mode;
  stage.dataset.told = live.cue ? "yes" : "no";
}

/**
 * @param {ParentNode} root
 * @param {View} view
 */
export function drawBar(root, { settings, live, camera, link, roll }) {
  const { words, mode } = settings;
  const name = settings.states[camera.state] ?? "";
  const playing = camera.state === "live" ? camera.capture.size : null;
  const size = playing && fill(words.state_size, { state: name, ...playing });
  const state = one(root, ".state");
  state.dataset.state = camera.state;
  state.dataset.frames = String(live.frames);
  state.dataset.looks = String(live.looks);
  state.dataset.carrier = link.carrier ?? "";
  text(one(state, "span"), mode === "photos" ? words.mode_photos : size ?? name);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".modes button"))) {
    button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
  }
  drawLanguages(/** @type {HTMLSelectElement} */ (one(root, ".language select")), settings);
  const use = settings.uses.find((one) => one.name === settings.use);
  text(one(root, ".use b"), use?.title ?? "");
  text(one(root, ".use i"), use ? `· ${words[`use_wants_${use.wants}`]}` : "");
  const tray = one(root, ".tray");
  const [kept, undecided] = [roll.kept.length, roll.undecided.filter((burst) => burst !== roll.current).length];
  tray.hidden = !kept && !undecided;
  write(tray, kept ? words.kept : words.undecided, { count: kept || undecided });
}

/**
 * Each language by the name it gives itself, in its own script.
 * @param {HTMLSelectElement} select
 * @param {DeckSettings} settings
 */
function drawLanguages(select, { languages, lang }) {
  if (select.length !== languages.length) {
    select.replaceChildren(
      ...languages.map(({ code, name }) => make("option", { value: code, textContent: name, lang: code })),
    );
  }
  if (select.value !== lang) select.value = lang;
}

/**
 * What is wrong with the camera, and the next step.
 * @param {Pick<DeckSettings, "troubles" | "words">} settings
 * @param {View["camera"]} camera
 * @returns {Sentences | null}
 */
export function trouble({ troubles, words }, { trouble }) {
  if (!trouble) return null;
  const error = fill(words.camera_failed, { error: trouble.detail || trouble.code });
  return troubles[trouble.code] ?? [error, words.camera_failed_step ?? ""];
}

/**
 * @param {ParentNode} root
 * @param {View} view
 */
export function drawOver(root, view) {
  const { settings, live, camera, failed } = view;
  const { words, mode, notice } = settings;
  const { state } = camera;
  const none = failed ? /** @type {const} */ ([words.no_picture ?? "", words.no_picture_step ?? ""]) : notice;
  const told = trouble(settings, camera) ?? none;
  const box = one(root, ".trouble");
  box.hidden = mode === "photos" || !told;
  if (told) {
    text(one(box, "b"), told[0]);
    text(one(box, "p"), told[1]);
  }
  const off = state === "idle" || state === "ended";
  const unknown = camera.trouble !== null && !settings.troubles[camera.trouble.code];
  one(root, ".idle").hidden = mode === "photos" || !off || unknown || Boolean(notice);
  text(one(root, ".idle .start"), mode === "sample" ? words.start_sample : words.start);
  one(root, ".idle .try").hidden = mode === "sample";
  const { reads } = live;
  const badge = one(root, ".badge");
  badge.hidden = !(state === "live" && reads);
  text(one(badge, "b"), reads?.name ?? "");
  text(one(badge, "span"), reads?.sure ?? "");
  drawCue(one(root, ".say"), view);
  drawCue(one(root, ".far-cue"), view);
  text(one(root, ".far-reads"), reads ? `${reads.name} ${reads.sure} · ${reads.wants}` : settings.states[state] ?? "");
}

/**
 * What is to be said of the camera itself, or of its way to the guide, if anything: below the cue, and less.
 * @param {Pick<View, "settings" | "live" | "camera" | "link">} view
 */
export function quiet({ settings: { words }, live: { hint }, camera, link }) {
  const found = camera.capture.track && meddling(camera.capture.track.getSettings());
  if (found) return words[`meddling_${found}`] ?? "";
  const { why, since } = link.known;
  if (why && performance.now() - since < TOLD) return words[`link_${why}`] ?? "";
  const phone = matchMedia("(pointer: coarse)").matches;
  return hint && (phone || !hint.phone) ? hint.text : "";
}

/**
 * @param {HTMLElement} box
 * @param {View} view
 */
function drawCue(box, { settings, live, camera, link, pins }) {
  const cue = camera.state === "live" || pins ? live.cue : null;
  box.dataset.kind = cue?.kind ?? "none";
  text(one(box, "u"), cue ? sign(cue) : "");
  text(one(box, "b"), cue?.text ?? settings.states[camera.state] ?? "");
  const hint = box.querySelector("i");
  if (hint) text(hint, cue?.hint || quiet({ settings, live, camera, link }));
}

/**
 * @param {ParentNode} root
 * @param {View} view
 */
export function drawControls(root, { settings, camera, choices, roll }) {
  const { words } = settings;
  const { timer, auto, landmarks, viewer } = choices;
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll(".shoot, .shoot-far"))) {
    button.disabled = camera.state !== "live" || Boolean(roll.shown) || roll.taking;
  }
  write(one(root, ".timer"), timer ? words.timer : words.timer_off, { seconds: timer });
  one(root, ".auto").setAttribute("aria-pressed", String(auto));
  write(one(root, ".marks"), words[`landmarks_${landmarks}`]);
  write(one(root, ".viewer"), words[`viewer_${viewer}`]);
  one(root, ".stop").hidden = !RUNNING.includes(camera.state);
}

/**
 * The list of uses, and below it what is wrong with those of one's own, and the studio's standard.
 * @param {ParentNode} root
 * @param {DeckSettings} settings
 * @param {readonly string[]} others uses whose cuts are shown at the same time
 * @param {{pick: (use: string) => void, cut: (use: string) => void}} pressed
 */
export function drawUses(root, { uses, problems, standard, use: chosen, words }, others, pressed) {
  one(root, ".uses .list").replaceChildren(...uses.map((use) => {
    const row = make("div", { className: "row" });
    const button = make("button", { type: "button", className: "option", onclick: () => pressed.pick(use.name) });
    button.append(make("b", { textContent: use.title }), make("i", { textContent: words[use.wants] ?? "" }));
    button.setAttribute("aria-pressed", String(use.name === chosen));
    const also = make("button", { type: "button", className: "also", textContent: "▣" });
    also.onclick = () => pressed.cut(use.name);
    also.setAttribute("aria-label", fill(words.also, { use: use.title }));
    also.title = fill(words.also, { use: use.title });
    also.setAttribute("aria-pressed", String(others.includes(use.name)));
    row.append(button, also);
    return row;
  }));
  const lines = problems.map((problem) => make("p", { textContent: `▲ ${problem}` }));
  one(root, ".uses .problems").replaceChildren(...lines);
  text(one(root, ".uses .standard"), standard);
}
