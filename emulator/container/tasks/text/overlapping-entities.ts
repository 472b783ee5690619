type Placed = { start: number; end: number; score: number };

/** Of entities that two parts of a text both found, the longer one, or of equal ones the likelier. */
export function withoutOverlaps<T extends Placed>(entities: T[]): T[] {
  const kept: T[] = [];
  for (const entity of entities.toSorted((a, b) => a.start - b.start)) {
    const previous = kept.at(-1);
    if (!previous || entity.start >= previous.end) {
      kept.push(entity);
      continue;
    }
    const longer = entity.end - entity.start - (previous.end - previous.start);
    if (longer > 0 || (longer === 0 && entity.score > previous.score)) kept[kept.length - 1] = entity;
  }
  return kept;
}
