import type { Page } from "@playwright/test";

/**
 * Makes `goto` and `reload` wait until the page's controls listen: on a busy machine a test is faster than the
 * browser, and what it clicks before React has taken over the server's HTML is lost.
 */
export function gotoWhenAlive(page: Page): Page {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...args) => {
    const response = await goto(...args);
    await controlsListen(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await controlsListen(page);
    return response;
  };
  return page;
}

async function controlsListen(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // Parts that the server sent later wait beside the page until React puts them in, some together.
    if (document.querySelector('template[id^="B:"], [hidden][id^="S:"]')) return false;
    // React puts its props beside each element that it has taken over.
    return [...document.querySelectorAll("main :is(button, input, textarea, select)")].every((control) =>
      Object.keys(control).some((key) => key.startsWith("__reactProps$")),
    );
  });
  // It does so while it still prepares them: they listen, and forms have filled them, once it has nothing more to do.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
}
