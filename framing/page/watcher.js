// Watches the camera's iframe, which is of the same origin, and tells Python in one word what is the matter with it.
// Python has the sentences. Nothing here is needed for the picture itself.
const TOO_LONG = 10_000; // ms from Start to the first picture

export default function ({ setStateValue }) {
  let told = null;
  let since = null; // when Start was pressed, while no picture plays yet
  let playing = false;
  let allowed = "granted";

  function tell(code, detail = "") {
    const news = code ? `${code}\n${detail}` : "";
    if (news === told) return;
    told = news;
    setStateValue("trouble", news);
  }

  function frame() {
    return document.querySelector('.st-key-camera iframe');
  }

  // The library words its errors for developers; they are read here and said by the page instead.
  function restyle(page) {
    if (page.getElementById("framing-guide")) return;
    const style = page.createElement("style");
    style.id = "framing-guide";
    style.textContent = `
      html, body { overflow: hidden; background: transparent; }
      .MuiAlert-root { display: none !important; }
      #root > div > div { padding-top: 0; }
      video, .MuiPaper-root:not(.MuiAlert-root) { aspect-ratio: 16/9; border-radius: 10px; background: #000 !important; object-fit: contain; }
      .MuiPaper-root > svg { display: none; }
      .MuiPaper-root:has(> svg)::after { content: "The camera is off"; color: #9a9c9f; font: 15px system-ui, sans-serif; }
      button { text-transform: none !important; font: 600 15px system-ui, sans-serif !important;
        border-radius: 10px !important; padding: 9px 18px !important; box-shadow: none !important; }`;
    page.head.append(style);
  }

  // Start was pressed inside the iframe, where the focus stays: Space would then press Stop.
  function giveFocusBack(iframe) {
    if (document.activeElement !== iframe) return;
    const stage = iframe.closest(".st-key-camera");
    stage.tabIndex = -1;
    iframe.blur();
    stage.focus({ preventScroll: true });
  }

  function look() {
    if (!window.isSecureContext) return tell("insecure");
    if (!navigator.mediaDevices?.getUserMedia) return tell("unsupported");
    const iframe = frame();
    const page = iframe?.contentDocument;
    if (!page?.head) return;
    restyle(page);

    const video = page.querySelector("video");
    const plays = Boolean(video && video.videoWidth > 0 && video.currentTime > 0);
    if (plays && !playing) giveFocusBack(iframe);
    playing = plays;
    if (plays) {
      since = null;
      return tell("");
    }

    const error = page.querySelector(".MuiAlert-colorError .MuiAlert-message")?.textContent;
    if (error) {
      since = null;
      return tell(error.split(":", 1)[0], error);
    }
    const starting = video || page.querySelector(".MuiCircularProgress-root");
    if (!starting) {
      since = null; // a trouble already told stays until the next start
      return;
    }
    if (since === null) {
      since = performance.now();
      tell("");
      navigator.permissions?.query({ name: "camera" }).then((p) => { allowed = p.state; }, () => {});
    } else if (performance.now() - since > TOO_LONG) {
      tell(allowed === "prompt" ? "asking" : "slow");
    }
  }

  const timer = setInterval(look, 250);
  look();
  return () => clearInterval(timer);
}
