"use client";

import { useState } from "react";
import { toast } from "sonner";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { plural } from "@/lib/format/numbers";
import { SetCopiesInput } from "@/lib/inference-components/schema";
import { type ComponentView, componentRefusal } from "@/lib/inference-components/view";

import { useComponentChanges } from "./use-component-changes";

/** How many copies there are and are to be, to be changed in place. */
export function CopiesForm({ component }: { component: ComponentView }) {
  const { name, currentCopies, desiredCopies } = component;
  // Begins anew when scaling, or somebody else, asks for another number.
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="whitespace-nowrap tabular-nums">
        {currentCopies ?? "?"}
        {currentCopies === desiredCopies ? "" : ` of ${desiredCopies ?? "?"}`}
      </span>
      <Edit key={`${name} ${desiredCopies}`} component={component} />
    </div>
  );
}

function Edit({ component }: { component: ComponentView }) {
  const { name, endpoint, desiredCopies } = component;
  const refusal = useRefusal("component:write") ?? componentRefusal(component);
  const { setCopies } = useComponentChanges(endpoint);
  const [typed, setTyped] = useState(String(desiredCopies ?? ""));
  const parsed = SetCopiesInput.safeParse({ name, copies: typed === "" ? undefined : typed });
  const isSame = parsed.success && parsed.data.copies === desiredCopies;
  const problem = parsed.success ? (setCopies.error?.message ?? null) : (parsed.error.issues[0]?.message ?? null);
  return (
    <form
      aria-label={`Copies of ${name}`}
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.success || refusal || isSame) return;
        setCopies.mutate(parsed.data, {
          onSuccess: () => void toast.success(`${name}: ${plural(parsed.data.copies, "copy", "copies")} asked for`),
        });
      }}
    >
      <Input
        type="number"
        inputMode="numeric"
        min={0}
        aria-label={`Copies of ${name}`}
        aria-invalid={problem ? true : undefined}
        className="w-18"
        value={typed}
        disabled={refusal !== null}
        title={refusal ?? undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        type="submit"
        size="sm"
        busy={setCopies.isPending}
        disabled={refusal !== null || isSame || !parsed.success}
        title={refusal ?? undefined}
      >
        Set
      </Button>
      {problem ? (
        <span role="alert" className="w-full max-w-72 text-sm whitespace-normal text-danger">
          {problem}
        </span>
      ) : null}
    </form>
  );
}
