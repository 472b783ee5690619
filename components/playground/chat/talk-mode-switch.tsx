"use client";

import { SegmentedControl } from "@/components/ui/segmented-control";

import type { TalkMode } from "./use-talk-mode";

/** Chooses between a prompt that the model goes on with and a conversation. */
export function TalkModeSwitch({ value, onChange }: { value: TalkMode; onChange: (mode: TalkMode) => void }) {
  return (
    <SegmentedControl
      label="How to talk to the model"
      value={value}
      onChange={onChange}
      segments={[
        { value: "prompt", label: "Prompt" },
        { value: "chat", label: "Chat" },
      ]}
    />
  );
}
