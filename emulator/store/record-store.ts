/** Kinds of record, one per resource type. */
export type RecordKind = string;

/** Durable JSON records by kind, region and name; a write is on disk when the call returns. */
export type RecordStore = {
  get<T>(kind: RecordKind, region: string, name: string): T | undefined;
  put<T>(kind: RecordKind, region: string, name: string, value: T): void;
  /** True when there was one. */
  delete(kind: RecordKind, region: string, name: string): boolean;
  /** All records of a kind in a region, in order of name. */
  list<T>(kind: RecordKind, region: string): T[];
  /** Regions that hold records of a kind: to take up work again after a restart. */
  regions(kind: RecordKind): string[];
  /** Runs `work` in one transaction: all of its writes or none. */
  transaction<T>(work: () => T): T;
};
