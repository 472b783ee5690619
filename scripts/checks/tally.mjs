/** Adds up results of the form `{ passed, failed }`. */
export function tally(results) {
  return results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The closing line that CI reads. */
export function formatTally({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
