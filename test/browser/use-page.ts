import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Footnote } from "../../src/domain/footnote.ts";
import { findChromium } from "./find-chromium.ts";
import { openBrowser } from "./open-browser.ts";
import { type OpenPage, openPage } from "./open-page.ts";
import { type ScriptedFootnote, scriptedFootnote } from "./scripted-footnote.ts";
import { servePage } from "./serve-page.ts";

/** The real server over a scripted Footnote, and a browser to open its pages in; each test has its own server. */
export interface PageInUse {
  /** What answers in the current test, unless it serves another. */
  readonly footnote: ScriptedFootnote;
  /** Where the current test's server listens, with no slash at its end. */
  readonly address: string;
  /** Opens a path, `/` unless told, in a context of its own, which goes when the test ends. */
  open(path?: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** Serves another Footnote, at another address, for the rest of the test. */
  serve(footnote: Footnote): Promise<void>;
  /** Takes the server away, as if it had been stopped. */
  close(): Promise<void>;
}

/**
 * Gives the tests of a file the page to use, by hooks that this call registers: one browser for the file, and a new
 * scripted Footnote behind a new server for each test. Whatever a test leaves open is closed behind it.
 * @throws before the first test where the machine has no Chromium.
 */
export function usePage(): PageInUse {
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof servePage>> | undefined;
  let footnote = scriptedFootnote();

  const close = async () => {
    const closing = server;
    server = undefined;
    await closing?.close();
  };
  const serve = async (served: Footnote) => {
    await close();
    server = await servePage(served);
  };
  const address = () => {
    if (!server) throw new Error("No server listens: it is there within a test, until the test closes it.");
    return server.address;
  };

  beforeAll(async () => {
    const chromium = findChromium();
    if (chromium === undefined) throw new Error("No Chromium was found: install one, or set CHROMIUM_PATH.");
    browser = await openBrowser(chromium);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    footnote = scriptedFootnote();
    await serve(footnote);
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    await close();
  });

  return {
    get footnote() {
      return footnote;
    },
    get address() {
      return address();
    },
    open: async (path = "/", options = {}) => {
      if (!browser) throw new Error("No browser is open: it is there within a test.");
      return await openPage(browser, `${address()}${path}`, options);
    },
    serve,
    close,
  };
}
