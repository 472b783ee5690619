export type Entity = { type: string; text: string };

/** Harmonic mean of precision and recall over whole entities: an entity counts when its type and its text are right. */
export function entityF1(expected: Entity[][], found: Entity[][]): number {
  const right = expected.reduce((sum, entities, at) => sum + countShared(entities, found[at] ?? []), 0);
  return (2 * right) / (expected.flat().length + found.flat().length);
}

function countShared(expected: Entity[], found: Entity[]): number {
  const open = found.map(({ type, text }) => `${type} ${text}`);
  return expected.filter(({ type, text }) => {
    const at = open.indexOf(`${type} ${text}`);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  }).length;
}
