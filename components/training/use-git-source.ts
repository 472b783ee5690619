"use client";

import { useEffect, useRef, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { AppError, type Problem } from "@/lib/errors";
import type { GitSourceInput } from "@/lib/git-source/schema";
import type { GitEvent, GitSource } from "@/lib/git-source/view";
import { problemOf } from "@/lib/http/get-json";
import { problemIn } from "@/lib/problem-in";
import { workspaceApi } from "@/lib/routes";

type Progress = Extract<GitEvent, { kind: "progress" }>;
type State =
  | { kind: "idle" }
  | { kind: "reading"; progress: Progress | null }
  | { kind: "failed"; problem: Problem }
  | { kind: "read"; source: GitSource };

/** Has the console read and pack a folder from git; leaving the page or `stop` ends it there too. */
export function useGitSource(onRead: (source: GitSource) => void) {
  const { id } = useWorkspace();
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function read(input: GitSourceInput): Promise<void> {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ kind: "reading", progress: null });
    try {
      for await (const event of gitEvents(id, input, control.signal)) {
        if (event.kind === "progress") setState({ kind: "reading", progress: event });
        else if (event.kind === "problem") setState({ kind: "failed", problem: event.problem });
        else {
          setState({ kind: "read", source: event.source });
          onRead(event.source);
        }
      }
    } catch (cause) {
      if (control.signal.aborted) return;
      setState({ kind: "failed", problem: problemIn(cause instanceof Error ? cause : new Error(String(cause))) });
    }
  }

  function stop() {
    running.current?.abort();
    setState({ kind: "idle" });
  }

  return { state, read, stop };
}

async function* gitEvents(workspaceId: string, input: GitSourceInput, signal: AbortSignal): AsyncGenerator<GitEvent> {
  const response = await fetch(workspaceApi(workspaceId, "/git-source"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal,
  });
  if (!response.ok || !response.body) throw await problemOf(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  let hasEnded = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (held + value).split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) {
      const event = JSON.parse(line) as GitEvent;
      hasEnded ||= event.kind !== "progress";
      yield event;
    }
  }
  if (!hasEnded) throw new AppError("unavailable", "The console's answer broke off.", { hint: "Try it again." });
}
