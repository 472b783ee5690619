import { THEME_KEY } from "./storage-keys";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const EVENT = "themechange";

/** What the person chose; `system` when nothing. */
export function readTheme(): Theme {
  const stored = read();
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** Remembers the choice and shows it at once. */
export function chooseTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage can be blocked; the choice then lasts until the page is left.
  }
  applyTheme(theme);
  window.dispatchEvent(new Event(EVENT));
}

/** Calls back when the choice changes here or in another tab, and follows the system's setting meanwhile. */
export function subscribeTheme(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const changed = () => {
    applyTheme(readTheme());
    listener();
  };
  system.addEventListener("change", changed);
  window.addEventListener("storage", changed);
  window.addEventListener(EVENT, listener);
  return () => {
    system.removeEventListener("change", changed);
    window.removeEventListener("storage", changed);
    window.removeEventListener(EVENT, listener);
  };
}

function applyTheme(theme: Theme): void {
  const dark = theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function read(): string | null {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}
