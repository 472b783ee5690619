import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import {
  configThatKeeps,
  type DeletablePart,
  type DeletionPreview,
  isAlarmWanted,
  partKey,
  toggleAlarm,
} from "@/lib/endpoints/deletion-view";
import { plural } from "@/lib/format/numbers";

type Props = { preview: DeletionPreview; unticked: string[]; onChange: (unticked: string[]) => void };

/** What goes, each part to be taken off the list; what others use and what always stays. */
export function DeletionParts({ preview, unticked, onChange }: Props) {
  const parts: {
    of: "config" | "model" | "step-alarm";
    kind: string;
    part: DeletablePart;
    keeper?: string | null;
  }[] = [
    ...(preview.config ? [{ of: "config" as const, kind: "Endpoint config", part: preview.config }] : []),
    ...preview.earlier.map((part) => ({ of: "config" as const, kind: "Earlier endpoint config", part })),
    ...preview.models.map((part) => ({
      of: "model" as const,
      kind: "Model",
      part,
      keeper: configThatKeeps(part, preview, unticked),
    })),
    ...(preview.scaling.variants ? preview.scaling.alarms : []).map((part) => ({
      of: "step-alarm" as const,
      kind: "Alarm",
      part,
    })),
  ];
  const going = parts.filter(({ part }) => part.keptBecause === null);
  const shared = parts.filter(({ part }) => part.keptBecause !== null);
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm font-medium">This goes</legend>
        <Checkbox
          checked
          disabled
          label={<PartName kind="Endpoint" name={preview.endpoint} />}
          help="It stops answering at once, and stops costing."
        />
        {going.map(({ of, kind, part, keeper = null }) => (
          <Checkbox
            key={`${kind} ${part.name}`}
            label={<PartName kind={kind} name={part.name} />}
            checked={keeper === null && !unticked.includes(partKey(of, part.name))}
            disabled={keeper !== null}
            help={keeper ? `Stays, because the endpoint config ${keeper} stays and uses it.` : undefined}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? unticked.filter((key) => key !== partKey(of, part.name))
                  : [...unticked, partKey(of, part.name)],
              )
            }
          />
        ))}
        {preview.alarms.found?.map(({ name, isMadeHere }) => (
          <Checkbox
            key={`alarm ${name}`}
            label={<PartName kind="Alarm" name={name} />}
            help={isMadeHere ? undefined : "Not made by this console: somebody else may want it."}
            checked={isAlarmWanted({ name, isMadeHere }, unticked)}
            onChange={() => onChange(toggleAlarm({ name, isMadeHere }, unticked))}
          />
        ))}
        {preview.scaling.variants?.map(({ variant, min, max }) => (
          <Checkbox
            key={`scaling ${variant}`}
            checked
            disabled
            label={<PartName kind="Automatic scaling of" name={variant} />}
            help={`${min} to ${max} instances. It is deregistered with its policies and scheduled actions.`}
          />
        ))}
      </fieldset>
      <div>
        <p className="pb-1 text-sm font-medium">This stays</p>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-base text-muted marker:text-border-control">
          {shared.map(({ kind, part }) => (
            <li key={`${kind} ${part.name}`}>
              <PartName kind={kind} name={part.name} />. {part.keptBecause}
            </li>
          ))}
          {preview.staying.map(({ kind, name }) => (
            <li key={name}>
              <PartName kind={kind === "data" ? "Model data in S3" : "Logs in CloudWatch"} name={name} />
            </li>
          ))}
        </ul>
      </div>
      {preview.scaling.variants ? null : (
        <Callout title="Could not look for automatic scaling">
          If there is any, AWS deregisters it with the endpoint. {preview.scaling.problem}
        </Callout>
      )}
      {preview.alarms.found ? null : (
        <Callout title="Could not look for alarms">Any that watch it stay. {preview.alarms.problem}</Callout>
      )}
      {preview.checkedAll ? null : (
        <Callout tone="warning" title="Not every endpoint was looked at">
          Only the newest {plural(preview.checkedEndpoints, "endpoint")} were checked for shared parts. An older one may
          use the same config or model: take those off the list if you are not sure.
        </Callout>
      )}
    </div>
  );
}

function PartName({ kind, name }: { kind: string; name: string }) {
  return (
    <>
      {kind} <span className="font-mono text-[0.93em] break-all text-foreground">{name}</span>
    </>
  );
}
