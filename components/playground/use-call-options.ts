"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";

import { type CallOptions, NO_OPTIONS, optionErrors } from "@/lib/inference/call-options";

/** What is told to SageMaker beside a request; the variant stands in the address (`?variant=`), so that a link asks the same one. */
export function useCallOptions(variants: readonly string[]) {
  const [variant, setVariant] = useQueryState("variant", parseAsString.withDefault(""));
  const [others, setOthers] = useState(NO_OPTIONS);
  const options: CallOptions = { ...others, targetVariant: variant };
  const isUnknown = variant !== "" && variants.length > 0 && !variants.includes(variant);
  const errors = {
    ...(isUnknown && { targetVariant: `This endpoint has no variant ${variant}. Choose one that it has.` }),
    ...optionErrors(options),
  };
  return {
    options,
    errors,
    /** The first reason not to send; null: all can be sent. */
    error: Object.values(errors)[0] ?? null,
    setOptions: (next: CallOptions) => {
      setOthers(next);
      if (next.targetVariant !== variant) void setVariant(next.targetVariant || null);
    },
  };
}
