/** Where the browser keeps the person's own settings. The script before the first paint reads them too. */
export const THEME_KEY = "theme";
export const NAV_KEY = "nav";
export const SHORTCUTS_KEY = "shortcuts";
