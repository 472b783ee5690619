"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { deployOfWish, mendWish } from "@/lib/preflight/from-wish";
import type { Check, Mend } from "@/lib/preflight/view";
import type { RunView } from "@/lib/updates/run-view";
import type { UpdateFormValues } from "@/lib/updates/schema";

import { PreflightList } from "./preflight-list";
import { usePreflight } from "./use-preflight";

/** What would go wrong with each variant of the update form as it is filled in, live; nothing in it holds anybody up. */
export function UpdatePreflight({ run }: { run: RunView }) {
  const { control } = useFormContext<UpdateFormValues>();
  const wishes = useWatch({ control, name: "variants" });
  return wishes.map((wish, index) => (
    <VariantPreflight
      // biome-ignore lint/suspicious/noArrayIndexKey: a variant's name changes while it is typed
      key={index}
      index={index}
      wish={wish}
      run={run}
      title={wishes.length > 1 ? `Preflight of ${wish.name}` : "Preflight"}
    />
  ));
}

type Wish = UpdateFormValues["variants"][number];

function VariantPreflight({ index, wish, run, title }: { index: number; wish: Wish; run: RunView; title: string }) {
  const { setValue } = useFormContext<UpdateFormValues>();
  const running = run.variants.find(({ name }) => name === wish.basedOn);
  const checks = usePreflight(deployOfWish(wish, running)).flatMap((check) => forUpdate(check, wish));

  function mend(choice: Mend) {
    for (const [field, value] of Object.entries(mendWish(wish, choice) ?? {})) {
      setValue(`variants.${index}.${field}` as `variants.${number}.image`, value as string, { shouldDirty: true });
    }
  }

  return <PreflightList title={title} checks={checks} onMend={mend} />;
}

/** The host image and the time to start stay as the configuration has them, which the form does not show: no word of them. */
function forUpdate(check: Check, wish: Wish): Check[] {
  if (check.id === "host" || check.id === "start-up") return [];
  return [{ ...check, mend: check.mend && mendWish(wish, check.mend) ? check.mend : null }];
}
