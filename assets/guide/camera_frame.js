// The iframe of the camera or of the sample, which is streamlit-webrtc's and of the same origin: how it looks, and what
// is seen of it. What that package calls its elements is written here and nowhere else.

const WHEEL = ".MuiCircularProgress-root";

// Counted from the end, for an alert, which the page words itself, comes before picture and buttons.
const STYLE = `
  html, body { overflow: hidden; background: transparent; height: 100%; margin: 0; }
  .MuiAlert-root { display: none !important; }
  #root, #root > div, #root > div > div:nth-last-child(2) { height: 100%; padding: 0 !important; margin: 0 !important; }
  video { width: 100%; height: 100%; border-radius: 10px; background: #0c0d0f; object-fit: contain; }
  @media (max-width: 700px) { video { object-fit: cover; border-radius: 0; } }
  .MuiPaper-root:not(.MuiAlert-root) { height: 100%; border-radius: 10px; background: #0c0d0f !important; }
  .MuiPaper-root > svg { display: none; }
  #root > div > div:last-child { position: absolute; inset: 0 0 auto 0; padding: 10px; display: flex; gap: 10px;
    justify-content: right; opacity: 0; transition: opacity .15s; }
  @media (hover: hover) { #root > div:has(video):hover > div:last-child { opacity: 1; } }
  #root > div > div:last-child:has(:focus-visible) { opacity: 1; }
  #root > div:not(:has(video)) > div:last-child { opacity: 1; inset: 36% 0 auto 0; flex-direction: column;
    align-items: center; justify-content: center; gap: 14px; }
  @media (max-width: 700px) { #root > div:not(:has(video)) > div:last-child { top: 49% !important; } }
  button { text-transform: none !important; font: 600 16px system-ui, sans-serif !important;
    border-radius: 10px !important; padding: 12px 26px !important; box-shadow: none !important; }
  #root > div:has(video) button { padding: 8px 16px !important; font-size: 14px !important; }
  .MuiButton-text { color: #c9c8c4 !important; font-weight: 400 !important; font-size: 15px !important;
    padding: 4px 10px !important; background: rgba(12, 13, 15, .7) !important; }
  button:focus-visible { outline: 2px solid #eceae4 !important; outline-offset: 2px; }`;

/**
 * The iframe of what is wanted: while the page changes from one to the other, the old one is still there.
 * @param {boolean} sample
 * @returns {HTMLIFrameElement | null}
 */
export function frame(sample) {
  return document.querySelector(`.st-key-camera [class*="st-key-${sample ? "sample" : "camera"}-frontend"] iframe`);
}

/**
 * Its Start or Stop, where it can be pressed.
 * @param {Document | null | undefined} page
 * @returns {HTMLButtonElement | null | undefined}
 */
export function button(page) {
  return page?.querySelector("button.MuiButton-contained:enabled");
}

/**
 * What is seen of it.
 * @param {Document | null | undefined} page
 */
export function seen(page) {
  const video = page?.querySelector("video");
  return {
    there: Boolean(page?.head),
    button: Boolean(button(page)),
    video: Boolean(video),
    running: Boolean(page?.querySelector(`video, ${WHEEL}`)),
    place: video && video.videoWidth > 0 && video.currentTime > 0 ? video.currentTime : null,
    error: page?.querySelector(".MuiAlert-colorError .MuiAlert-message")?.textContent ?? "",
  };
}

/**
 * Give it the page's look, language and direction.
 * @param {Document} page
 * @param {string} lang
 * @param {string} dir
 */
export function dress(page, lang, dir) {
  Object.assign(page.documentElement, { lang, dir });
  if (page.getElementById("framing-guide")) return;
  const style = page.createElement("style");
  style.id = "framing-guide";
  style.textContent = STYLE;
  page.head.append(style);
}

/**
 * Start was pressed inside the iframe, where the focus stays: Space would then press Stop.
 * @param {HTMLIFrameElement | null} iframe
 */
export function giveFocusBack(iframe) {
  const stage = iframe?.closest(".st-key-camera");
  if (!iframe || document.activeElement !== iframe || !(stage instanceof HTMLElement)) return;
  stage.tabIndex = -1;
  iframe.blur();
  stage.focus({ preventScroll: true });
}
