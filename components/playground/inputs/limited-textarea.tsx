"use client";

import { type ComponentProps, useState } from "react";

import { Textarea } from "@/components/ui/textarea";
import { tooLarge } from "@/lib/inference/limits";

type Props = Omit<ComponentProps<typeof Textarea>, "value" | "onChange"> & {
  value: string;
  onText: (text: string) => void;
};

/**
 * A text area that does not take over what no endpoint takes: tens of megabytes in a page make the browser stall, and
 * could not be sent. What stood there before stays, and the reason is said.
 */
export function LimitedTextarea({ value, onText, ...props }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <>
      <Textarea
        {...props}
        value={value}
        onChange={(event) => {
          const reason = tooLarge(event.target.value.length);
          setRefusal(reason);
          if (!reason) onText(event.target.value);
        }}
      />
      <p role="status" className="text-sm text-danger empty:hidden">
        {refusal ? `${refusal} It was not taken over.` : null}
      </p>
    </>
  );
}
