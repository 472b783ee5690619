import { expect, test } from "vitest";

import { ensureValidLanguage } from "./load-uplot";

function languageAfter(language: string): string {
  // As in a browser, where it is a getter of the prototype.
  const browser = Object.create({
    get language() {
      return language;
    },
  }) as { language: string };
  ensureValidLanguage(browser);
  return browser.language;
}

test.each([
  ["de-AT", "de-AT"],
  ["en-US@posix", "en-US"],
  ["C", "en"],
  ["", "en"],
])("a browser that speaks %s is taken as %s, which Intl knows", (language, taken) => {
  expect(languageAfter(language)).toBe(taken);
  expect(() => new Intl.NumberFormat(languageAfter(language))).not.toThrow();
});
