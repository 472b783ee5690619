const LOCALE = "en";

const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 });
const pluralRules = new Intl.PluralRules(LOCALE);

/** `12,480` or `0.25`. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

const measure = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 4 });
const tiny = new Intl.NumberFormat(LOCALE, { notation: "scientific", maximumSignificantDigits: 3 });

/** A measured value of any size with the digits that matter: `0.03412`, `1,204`, `2E-5`. */
export function formatMeasure(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-4 ? tiny.format(value) : measure.format(value);
}

/** The same where numbers of a thousand and more are counts, which nobody may round: `14,728`, `0.03412`. */
export function formatReading(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1_000 ? plain.format(value) : formatMeasure(value);
}

/** `12.5K`: where the exact number matters less than its size. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** A share between 0 and 1 as `97.3%`. */
export function formatPercent(share: number): string {
  return percent.format(share);
}

/** A model's score as `97.3%`. A score just short of 1 never reads as certainty: `>99.9%`, and `<0.1%` at the other end. */
export function formatScore(score: number): string {
  if (score > 0.999 && score < 1) return ">99.9%";
  if (score > 0 && score < 0.001) return "<0.1%";
  return formatPercent(score);
}

/** `1 endpoint`, `2 endpoints`; irregular words give their plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${pluralRules.select(count) === "one" ? one : many}`;
}
