// What is on the screen in letters: each text that is not bracketed by the pseudo-language, that is cut, or that runs
// over the edge of the window. What scrolls is not cut.
() => {
  const wrong = [];
  const box = (element) => element.getBoundingClientRect();
  const parent = (element) => element.parentElement ?? element.getRootNode().host ?? null;
  const lines = (element) => {
    const up = [];
    for (let at = element; at; at = parent(at)) up.push(at);
    return up;
  };
  const shows = (up) => up.every((element) => {
    const { display, visibility, opacity, clipPath } = getComputedStyle(element);
    return display !== "none" && visibility !== "hidden" && opacity !== "0" && !clipPath.startsWith("inset(50%");
  }) && box(up[0]).width > 1 && box(up[0]).height > 1 && parseFloat(getComputedStyle(up[0]).fontSize) > 0;
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    && element.scrollWidth > element.clientWidth;
  const look = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent.trim();
      const up = lines(texts.currentNode.parentElement);
      if (!/\p{L}{2}/u.test(text) || up.some((element) => /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(element.tagName))) continue;
      if (!shows(up)) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const { left, right } = range.getBoundingClientRect();
      const scroller = up.findIndex(scrolls);
      const inside = scroller < 0 ? up : up.slice(0, scroller);
      const cut = inside.some((element) => getComputedStyle(element).overflowX === "hidden"
        && (right > box(element).right + 1 || left < box(element).left - 1));
      const over = scroller < 0 && (right > innerWidth + 1 || left < -1);
      const foreign = !up.some((element) => /[⟦⟧]/.test(element.textContent) && element.textContent.length < 400);
      if (foreign || cut || over) wrong.push(`${foreign ? "foreign" : ""}${cut ? " cut" : ""}${over ? " over" : ""}: ${text}`);
    }
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) look(element.shadowRoot);
  };
  look(document.body);
  return wrong;
}
