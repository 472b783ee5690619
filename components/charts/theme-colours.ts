const colours = new Map<string, string>();
const redraws = new Set<() => void>();
let isWatching = false;

/** A colour of the theme by its token. Read once for each theme: the browser works out all styles anew when it is asked. */
export function themeColour(token: string): string {
  watch();
  const known = colours.get(token);
  if (known !== undefined) return known;
  const colour = getComputedStyle(document.documentElement).getPropertyValue(token);
  colours.set(token, colour);
  return colour;
}

/** Calls `redraw` after each change of the theme, until the answer is called. */
export function onThemeChange(redraw: () => void): () => void {
  watch();
  redraws.add(redraw);
  return () => void redraws.delete(redraw);
}

/** The theme is an attribute of the document, or the system's. */
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  const changed = () => {
    colours.clear();
    for (const redraw of redraws) redraw();
  };
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme", "class"],
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
