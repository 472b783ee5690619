import { chosenDeletion, type DeletionPreview, type ManyDeletions } from "@/lib/endpoints/deletion-view";
import { plural } from "@/lib/format/numbers";

/** What goes with each of several endpoints, what stays of it, and which of them cannot go. */
export function ManyDeletionParts({ previews }: { previews: ManyDeletions }) {
  return (
    <ul className="flex max-h-[45vh] flex-col divide-y divide-border overflow-y-auto rounded-control border border-border">
      {previews.map(({ name, preview, problem }) => (
        <li key={name} className="px-3 py-2">
          <p className="font-mono break-all">{name}</p>
          {preview === null ? (
            <p className="text-sm text-danger">Not deleted: {problem?.message ?? "It could not be looked at."}</p>
          ) : preview.refusal ? (
            <p className="text-sm text-danger">Not deleted: {preview.refusal}</p>
          ) : (
            <Parts preview={preview} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Parts({ preview }: { preview: DeletionPreview }) {
  const { config, earlier = [], models, alarms } = chosenDeletion(preview);
  const configs = [...(config && preview.config ? [preview.config.name] : []), ...earlier];
  const scaled = preview.scaling.variants?.length ?? 0;
  const kept = [preview.config, ...preview.earlier, ...preview.models].flatMap((part) =>
    part?.keptBecause ? [part] : [],
  );
  return (
    <>
      <p className="text-sm text-muted">
        Goes with{" "}
        {[
          configs.length > 0 ? `${plural(configs.length, "config")} ${configs.join(", ")}` : null,
          models.length > 0 ? `${plural(models.length, "model")} ${models.join(", ")}` : null,
          alarms.length > 0 ? `${plural(alarms.length, "alarm")} ${alarms.join(", ")}` : null,
          scaled > 0 ? `the scaling of ${plural(scaled, "variant")}` : null,
        ]
          .filter(Boolean)
          .join("; ") || "nothing else"}
        .
      </p>
      {kept.map(({ name, keptBecause }) => (
        <p key={name} className="text-sm text-muted">
          <span className="font-mono break-all text-foreground">{name}</span> stays. {keptBecause}
        </p>
      ))}
    </>
  );
}
