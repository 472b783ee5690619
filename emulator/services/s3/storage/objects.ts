import { atomically } from "../../../store/atomically.ts";
import type { Database } from "../../../store/database.ts";
import type { BlobFiles } from "./blob-files.ts";
import { commonPrefix, endOfPrefix } from "./key-range.ts";
import type { ObjectDetails, StoredObject } from "./types.ts";

export type ListingRequest = {
  bucket: string;
  prefix: string;
  delimiter: string;
  /** Only keys behind this one. */
  after: string;
  /** Only keys from this one on. */
  from: string;
  limit: number;
};

export type Listing = {
  objects: StoredObject[];
  prefixes: string[] /** Key to go on from, or null at the end. */;
  next: string | null;
};

export type Objects = ReturnType<typeof openObjects>;

type Row = Omit<StoredObject, keyof ObjectDetails> & { details: string };

const COLUMNS = "bucket, key, blob, size, etag, modified_at as modifiedAt, details";

/** The object index. */
export function openObjects(database: Database, blobs: BlobFiles) {
  const select = database.prepare(`select ${COLUMNS} from s3_object where bucket = ? and key = ?`);
  const selectRange = database.prepare(
    `select ${COLUMNS} from s3_object
     where bucket = ?1 and key >= ?2 and key >= ?3 and key > ?4 and (?5 is null or key < ?5) order by key`,
  );
  const upsert = database.prepare("insert or replace into s3_object values (?, ?, ?, ?, ?, ?, ?)");
  const remove = database.prepare("delete from s3_object where bucket = ? and key = ?");
  const setDetails = database.prepare("update s3_object set details = ? where bucket = ? and key = ?");

  function get(bucket: string, key: string): StoredObject | null {
    const row = select.get(bucket, key) as Row | undefined;
    return row ? fromRow(row) : null;
  }

  /** Makes the object visible. `admit` sees what is there now and may throw; it and the write are one step. */
  function put(object: StoredObject, admit: (current: StoredObject | null) => void = () => undefined): void {
    const { bucket, key, blob, size, etag, modifiedAt } = object;
    const replaced = atomically(database, () => {
      const current = get(bucket, key);
      admit(current);
      upsert.run(bucket, key, blob, size, etag, modifiedAt, detailsOf(object));
      return current;
    });
    if (replaced) blobs.remove(replaced.blob);
  }

  function del(bucket: string, key: string): void {
    const current = get(bucket, key);
    if (!current) return;
    remove.run(bucket, key);
    blobs.remove(current.blob);
  }

  function setTags(object: StoredObject, tags: Record<string, string>): void {
    setDetails.run(detailsOf({ ...object, tags }), object.bucket, object.key);
  }

  function list(request: ListingRequest): Listing {
    const { bucket, prefix, delimiter, after, limit } = request;
    const listing: Listing = { objects: [], prefixes: [], next: null };
    const end = endOfPrefix(prefix);
    let from: string | null = request.from;
    while (from !== null) {
      const rows = selectRange.iterate(bucket, prefix, from, after, end) as Iterable<Row>;
      from = null;
      for (const row of rows) {
        if (listing.objects.length + listing.prefixes.length >= limit) return { ...listing, next: row.key };
        const group = commonPrefix(row.key, prefix, delimiter);
        if (group !== null) {
          listing.prefixes.push(group);
          // Jumps over the group instead of reading all of its keys.
          from = endOfPrefix(group);
          break;
        }
        listing.objects.push(fromRow(row));
      }
    }
    return listing;
  }

  return { get, put, delete: del, setTags, list };
}

function fromRow({ details, ...row }: Row): StoredObject {
  return { ...row, ...(JSON.parse(details) as ObjectDetails) };
}

function detailsOf({ headers, checksum, parts, tags }: ObjectDetails): string {
  return JSON.stringify({ headers, checksum, parts, tags });
}
