import type { Task } from "@/catalog/tasks/schema";
import { Callout } from "@/components/ui/callout";
import type { Input } from "@/lib/inference/inputs/registry";

type Props = { task: Task; input: Input; hasParameters: boolean };

/** What parameters mean for a file: a picture goes another way, a recording cannot take any along. */
export function BodyNote({ task, input, hasParameters }: Props) {
  if (task.binaryContentTypes.length === 0 || (input.kind !== "image" && input.kind !== "audio")) return null;
  if (input.value.media?.source === "url") return null;
  if (input.kind === "image") {
    return (
      <p className="pt-2 text-sm text-muted">
        {hasParameters
          ? "A file carries no parameters, so the picture is written into the JSON: a third larger."
          : "The picture goes as a file. With a parameter set, it is written into JSON."}
      </p>
    );
  }
  return (
    <Callout className="mt-2" tone={hasParameters && input.value.media ? "warning" : "info"}>
      A recording that is sent as a file carries no parameters, and the container reads none from JSON. Give a link to
      the recording to use them.
    </Callout>
  );
}
