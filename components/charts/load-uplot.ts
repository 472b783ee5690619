import type UPlot from "uplot";

/** A dashboard asks once for each of its charts. */
let loaded: typeof UPlot | null = null;

/**
 * uPlot, loaded by pages with charts only. As it loads it makes a number format of `navigator.language`, and a browser
 * under `LANG=C` calls that `en-US@posix`, which is no locale: the load would throw.
 */
export async function loadUplot(): Promise<typeof UPlot> {
  if (loaded) return loaded;
  ensureValidLanguage(navigator);
  loaded = (await import("uplot")).default;
  return loaded;
}

/** Gives the browser's language in a form that `Intl` takes, where it has another. */
export function ensureValidLanguage(browser: { language: string }): void {
  const { language } = browser;
  if (isLocale(language)) return;
  const plain = language.split("@")[0] ?? "";
  Object.defineProperty(browser, "language", { value: isLocale(plain) ? plain : "en", configurable: true });
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
