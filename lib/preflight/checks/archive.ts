import { isWeightFile } from "@/catalog/model-types/weight-files";

import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { ArchiveFacts, Check, Look } from "../view";

/** The archive is there and holds config.json and weights at its root, or code that knows better. */
export function checkArchive({ values }: PreflightPlan, look: Look<ArchiveFacts> | null): Check | null {
  if (values.source !== "s3" || !look) return null;
  if (look.state !== "seen") return notSeen("archive", look);
  const { paths, isWhole, runsOwnCode } = look.value;
  const evidence = { Archive: values.modelDataUrl, Files: `${paths.length}${isWhole ? "" : " or more"}` };
  if (runsOwnCode) return check("archive", "fine", "Its own code/inference.py decides what is loaded.", evidence);
  const hasWeights = paths.some((path) => isWeightFile(path));
  if (!isWhole && !(paths.includes("config.json") && hasWeights)) {
    return check("archive", "unseen", "Could not look at all of it: the archive is large.", evidence);
  }
  if (!paths.includes("config.json")) {
    const nested = paths.find((path) => /^[^/]+\/config\.json$/.test(path));
    const summary = nested
      ? `config.json lies in ${nested.split("/")[0]}/; the container looks at the archive's root. Pack what is inside of that folder.`
      : "The archive has no config.json at its root.";
    return check("archive", "will-fail", summary, evidence);
  }
  if (!hasWeights) {
    return check("archive", "will-fail", "The archive has a config.json and no weights.", evidence);
  }
  return check("archive", "fine", "config.json and weights lie where the container looks.", evidence);
}
