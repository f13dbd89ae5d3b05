// Firefox over WebDriver BiDi, for tests/browser/firefox.py: each line that comes in is one order, each line that goes
// out is what came of it, both JSON. It stands here and not there because the packages of node are here.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

/** @import { Page } from "puppeteer-core" */

const PATIENCE = 60_000; // ms to wait for what should take one or two: other programs may keep the processor busy
const [executablePath = "", downloads = ""] = process.argv.slice(2);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: {
    // A camera of the browser's own that needs nobody's yes; a test that wants a face there draws one.
    "media.navigator.streams.fake": true,
    "media.navigator.permission.disabled": true,
    "media.navigator.video.default_width": 1280,
    "media.navigator.video.default_height": 720,
    // Two ends on one machine without a network have no other address in common.
    "media.peerconnection.ice.loopback": true,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.always_ask_before_handling_new_types": false,
  },
});
let page = /** @type {Page | null} */ (null);
/** @type {string[]} */
let said = []; // by the page's console

/** @returns {Page} */
function open() {
  if (!page) throw new Error("no page is open");
  return page;
}

// The page's own elements stand in shadow roots.
/** @param {string} selector */
async function found(selector) {
  const element = await open().waitForSelector(`>>> ${selector}`, { visible: true, timeout: PATIENCE });
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

/** @type {Record<string, (how: any) => Promise<unknown>>} */
const orders = {
  async open({ address, before, width, height }) {
    await page?.browserContext().close();
    said = [];
    page = await (await browser.createBrowserContext()).newPage(); // which remembers nothing of the one before
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error instanceof Error ? error.stack : error}`));
    await page.setViewport({ width, height });
    await page.evaluateOnNewDocument(before);
    await page.goto(address);
  },
  resize: (size) => open().setViewport(size),
  evaluate: ({ script }) => open().evaluate(script),
  async until({ script }) {
    const end = performance.now() + PATIENCE;
    while (!await open().evaluate(script)) {
      if (performance.now() > end) throw new Error(`never: ${script}`);
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  },
  shown: ({ selector }) => found(selector).then(() => {}),
  click: async ({ selector }) => (await found(selector)).click(),
  press: ({ key }) => open().keyboard.press(key),
  shot: ({ path }) => open().screenshot({ path }).then(() => {}),
  said: async () => said,
};

try {
  console.log(JSON.stringify({ value: await browser.version() }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { order, ...how } = JSON.parse(line);
    const came = orders[order]?.(how) ?? Promise.reject(new Error(`no order is called ${order}`));
    console.log(JSON.stringify(await came.then((value) => ({ value }), (error) => ({ error: String(error) }))));
  }
} finally {
  await browser.close();
}
