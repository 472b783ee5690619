const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const fine = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4 });

/** `$1,204.50`; amounts under a dollar keep up to four decimals, as AWS prices do: `$0.0784`. */
export function formatUsd(usd: number): string {
  return usd !== 0 && Math.abs(usd) < 1 ? fine.format(usd) : dollars.format(usd);
}

/** For columns, where decimals must line up: two of them, more only for less than ten cents. */
export function formatUsdInColumn(usd: number): string {
  return Math.abs(usd) < 0.1 ? formatUsd(usd) : dollars.format(usd);
}

/** A sum of money spent, to the cent; what is less than half of one is not nothing: `<$0.01`. */
export function formatUsdSum(usd: number): string {
  return usd > 0 && usd < 0.005 ? "<$0.01" : dollars.format(usd);
}

/** `$1.21/h`. */
export function formatUsdPerHour(usdPerHour: number): string {
  return `${formatUsd(usdPerHour)}/h`;
}

const smallest = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumSignificantDigits: 3 });

/** `$0.00006`: prices of a second or a request, which have no dollar to round to. */
export function formatSmallUsd(usd: number): string {
  return smallest.format(usd);
}
