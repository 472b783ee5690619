const SCALE: Record<string, number> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mio: 1e6, billion: 1e9, bn: 1e9 };

const NUMBER = /^[^\d+-]{0,3}([-+]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?)\s*(\p{L}{1,9}|%|\p{Sc})?/u;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The number that a cell stands for: with separators, currency, scale or unit; a date as its day's position in time. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const date = readDate(trimmed);
  if (date !== null) return date;
  const [whole, digits = "", unit = ""] = NUMBER.exec(trimmed) ?? [];
  // A number with a sentence behind it is a text.
  if (!whole || trimmed.length > whole.length + 12) return null;
  return Number(digits.replaceAll(/[, ]/g, "")) * (SCALE[unit.toLowerCase()] ?? 1);
}

/** Days since the year 0, roughly: enough to say which of two dates is later. */
function readDate(text: string): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, dayFirst, monthFirst, dayNext, year] =
    /^(?:(\d{1,2})\.? )?(\p{L}{3,9})\.?(?: (\d{1,2}))?,? (\d{4})$/u.exec(text) ?? [];
  const month = MONTHS.indexOf((monthFirst ?? "").slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? day(Number(year), month, Number(dayFirst ?? dayNext ?? 1)) : null;
}

function day(year: number, month: number, date: number): number {
  return year * 372 + (month - 1) * 31 + date;
}
