// A speech synthesis that keeps a log in place of a loudspeaker: headless browsers have no voices. A sentence begins
// soon after it was given and takes a while; two of them, one the device's own and one over the network, speak English.
(() => {
  const log = (window.spoken = []); // what was said: words, who spoke, from when to when, and whether another one spoke
  const voices = [
    { voiceURI: "afar", name: "Afar", lang: "en-US", localService: false, default: true },
    { voiceURI: "near", name: "Near", lang: "en-GB", localService: true, default: false },
    { voiceURI: "nah", name: "Nah", lang: "de-DE", localService: true, default: false },
  ];
  let now = null;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => voices,
    addEventListener: () => {},
    cancel: () => {
      clearTimeout(now?.timer);
      now = null;
    },
    speak: (sentence) => {
      const { text, voice, lang, rate } = sentence;
      const said = { words: text, voice: voice?.name, lang, rate, from: performance.now(), over: now !== null };
      log.push(said);
      now = sentence;
      sentence.timer = setTimeout(() => {
        sentence.onstart?.({});
        sentence.timer = setTimeout(() => {
          now = null;
          said.to = performance.now();
          sentence.onend?.({});
        }, 700);
      }, 60);
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
})();
