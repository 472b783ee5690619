/** Drawing more often than this costs more than an eye can follow. */
const DRAW_EVERY_MS = 40;

/** Puts a drawing off so that many changes in a row are one. `cancel` drops what was put off. */
export function drawSoon(draw: () => void): { soon(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  return {
    cancel,
    soon: () => {
      timer ??= setTimeout(() => {
        timer = null;
        draw();
      }, DRAW_EVERY_MS);
    },
  };
}
