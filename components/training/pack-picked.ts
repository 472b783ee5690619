import { formatBytes } from "@/lib/format/bytes";
import { MAX_SOURCE_BYTES, type PackedSource, packSource, readSourceArchive } from "@/lib/training/source-archive";

/** What was picked, as an archive to upload; or why it cannot be. */
export async function packPicked(picked: readonly File[]): Promise<PackedSource | { problem: string }> {
  const bytes = picked.reduce((sum, file) => sum + file.size, 0);
  if (bytes > MAX_SOURCE_BYTES) {
    return {
      problem: `This is ${formatBytes(bytes)}; a script may have ${formatBytes(MAX_SOURCE_BYTES)}. Put data into S3 and name it as a channel.`,
    };
  }
  const [only] = picked;
  if (picked.length === 1 && only && /\.(tar\.gz|tgz)$/i.test(only.name)) {
    return readSourceArchive(only).catch(() => ({
      problem: "This is no complete tar.gz archive: it is another kind of file, cut off or damaged.",
    }));
  }
  const packed = await packSource(picked.map((file) => ({ path: pathInFolder(file), file })));
  return packed.files.length > 0 ? packed : { problem: "There is no file in it that could be a script." };
}

/** A folder's own name is no part of the paths in it. */
function pathInFolder(file: File): string {
  return file.webkitRelativePath ? file.webkitRelativePath.split("/").slice(1).join("/") : file.name;
}
