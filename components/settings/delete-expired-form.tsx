"use client";

import { useRouter } from "next/navigation";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Switch } from "@/components/ui/switch";
import { endpointKeys } from "@/lib/endpoints/queries";
import { problemIn } from "@/lib/problem-in";
import { setDeleteExpiredAction } from "@/lib/settings/actions";

import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

/** Whether endpoints are deleted by themselves once they have expired. */
export function DeleteExpiredForm({ on }: { on: boolean }) {
  const { id } = useWorkspace();
  const router = useRouter();
  const refusal = useRefusal("workspace:manage");
  const save = useChange((input: { on: boolean }) => setDeleteExpiredAction(id, input), {
    refresh: endpointKeys.all(id),
    done: (input) => (input.on ? "Expired endpoints are deleted from now on" : "Expired endpoints stay"),
  });
  return (
    <Panel title="Expired endpoints" className="max-w-180">
      <div className="flex flex-col gap-3">
        <Switch
          label="Delete expired endpoints automatically"
          help="Within about a minute of their expiry, with the endpoint config and models that nothing else uses. Only endpoints with an expiry; each deletion stands in the activity. It cannot be undone."
          checked={save.isPending ? (save.variables?.on ?? on) : on}
          disabled={refusal !== null || save.isPending}
          onCheckedChange={(checked) => save.mutate({ on: checked }, { onSuccess: () => router.refresh() })}
        />
        <RefusalNote refusal={refusal} />
        {save.isError ? <ErrorPanel problem={problemIn(save.error)} /> : null}
      </div>
    </Panel>
  );
}
