import { atomically } from "../../../store/atomically.ts";
import type { Database } from "../../../store/database.ts";
import type { BlobFiles } from "./blob-files.ts";
import type { Checksum, StoredPart, StoredUpload } from "./types.ts";

export type Uploads = ReturnType<typeof openUploads>;

type UploadRow = { id: string; bucket: string; key: string; createdAt: number; details: string };
type PartRow = Omit<StoredPart, "checksum"> & { checksum: string };

const UPLOAD = "id, bucket, key, created_at as createdAt, details";
const PART = "number, blob, size, etag, modified_at as modifiedAt, checksum";

/** Multipart uploads that are neither completed nor aborted, and their parts. */
export function openUploads(database: Database, blobs: BlobFiles) {
  const select = database.prepare(`select ${UPLOAD} from s3_upload where id = ?`);
  const selectOfBucket = database.prepare(
    `select ${UPLOAD} from s3_upload where bucket = ? order by key, created_at, id`,
  );
  const insert = database.prepare("insert into s3_upload values (?, ?, ?, ?, ?)");
  const remove = database.prepare("delete from s3_upload where id = ?");
  const selectPart = database.prepare(`select ${PART} from s3_part where upload_id = ? and number = ?`);
  const selectParts = database.prepare(`select ${PART} from s3_part where upload_id = ? order by number`);
  const upsertPart = database.prepare("insert or replace into s3_part values (?, ?, ?, ?, ?, ?, ?)");
  const removeParts = database.prepare("delete from s3_part where upload_id = ?");

  function get(id: string): StoredUpload | null {
    const row = select.get(id) as UploadRow | undefined;
    return row ? fromRow(row) : null;
  }

  function create({ id, bucket, key, createdAt, ...details }: StoredUpload): void {
    insert.run(id, bucket, key, createdAt, JSON.stringify(details));
  }

  /** False when the upload has been completed or aborted meanwhile. */
  function putPart(id: string, part: StoredPart): boolean {
    const { number, blob, size, etag, modifiedAt, checksum } = part;
    const outcome = atomically(database, () => {
      if (!select.get(id)) return null;
      const replaced = selectPart.get(id, number) as PartRow | undefined;
      upsertPart.run(id, number, blob, size, etag, modifiedAt, JSON.stringify(checksum));
      return { replaced };
    });
    if (outcome?.replaced) blobs.remove(outcome.replaced.blob);
    return outcome !== null;
  }

  function parts(id: string): StoredPart[] {
    return (selectParts.all(id) as PartRow[]).map((row) => ({
      ...row,
      checksum: JSON.parse(row.checksum) as Checksum | null,
    }));
  }

  /** Forgets the upload with all of its parts; false when it is gone already. */
  function end(id: string): boolean {
    const gone = atomically(database, () => {
      const left = parts(id);
      if (remove.run(id).changes === 0) return null;
      removeParts.run(id);
      return left;
    });
    for (const part of gone ?? []) blobs.remove(part.blob);
    return gone !== null;
  }

  return {
    get,
    create,
    putPart,
    parts,
    end,
    list: (bucket: string) => (selectOfBucket.all(bucket) as UploadRow[]).map(fromRow),
  };
}

function fromRow({ details, ...row }: UploadRow): StoredUpload {
  return { ...row, ...(JSON.parse(details) as Omit<StoredUpload, keyof UploadRow>) };
}
