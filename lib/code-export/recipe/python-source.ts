import type { Recipe } from "@/catalog/recipes/schema";

import type { RecipeExport } from "./view";

/** What `packingCode` imports. */
export function packingImports({ training }: Recipe): string[] {
  if (!training) return [];
  return [...(training.source.kind === "git" ? ["import subprocess"] : []), "import tarfile"];
}

/** Whether a program puts something into S3 itself: the packed script, or what an asynchronous endpoint reads. */
export function needsS3({ recipe, requests }: RecipeExport): boolean {
  return requests.training !== null || (recipe.asynchronous !== null && requests.endpoint !== null);
}

/** Packs the script folder and puts it where the request says, with a client that is called `s3`. */
export function packingCode({ recipe, requests, bucket }: RecipeExport): string {
  if (!recipe.training || !requests.training) return "";
  const { source } = recipe.training;
  const folder = source.kind === "git" ? `transformers/${source.folder.replace(/^\.\//, "")}` : source.folder;
  const clone =
    source.kind === "git"
      ? `subprocess.run(["git", "clone", "--depth", "1", "--branch", "${source.branch}", "${source.repository}", "transformers"], check=True)\n`
      : "";
  const key = `${requests.training.TrainingJobName}/source/sourcedir.tar.gz`;
  return `${clone}with tarfile.open("sourcedir.tar.gz", "w:gz") as archive:
    archive.add(${JSON.stringify(folder)}, arcname=".")
s3.upload_file("sourcedir.tar.gz", ${JSON.stringify(bucket)}, ${JSON.stringify(key)})`;
}
