"use client";

import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { AppError, type Problem } from "@/lib/errors";
import { workspaceApi } from "@/lib/routes";
import type { UploadedArchive } from "@/lib/uploads/view";

type Upload =
  | { state: "idle" }
  | { state: "sending"; sent: number; total: number; cancel: () => void }
  | { state: "failed"; problem: Problem };

/** Sends a file to the workspace's bucket; says how far it is. */
export function useUpload(onDone: (archive: UploadedArchive) => void) {
  const workspace = useWorkspace();
  const [upload, setUpload] = useState<Upload>({ state: "idle" });

  function start(file: File) {
    // XMLHttpRequest, because fetch tells nothing about what has been sent.
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    const fail = (problem: Problem) => setUpload({ state: "failed", problem });
    const sending = (sent: number) => setUpload({ state: "sending", sent, total: file.size, cancel });

    request.upload.onprogress = (event) => sending(event.loaded);
    request.onabort = () => setUpload({ state: "idle" });
    request.onerror = () =>
      fail(new AppError("unavailable", "The upload broke off.", { hint: "Try it again." }).problem);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status !== 200 || !isArchive(answer)) return fail(problemIn(answer));
      setUpload({ state: "idle" });
      onDone(answer);
    };
    request.open("POST", `${workspaceApi(workspace.id, "/uploads")}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    sending(0);
    request.send(file);
  }

  return { upload, start };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isArchive(answer: unknown): answer is UploadedArchive {
  return typeof answer === "object" && answer !== null && "s3Uri" in answer;
}

function problemIn(answer: unknown): Problem {
  const isProblem = typeof answer === "object" && answer !== null && "message" in answer && "code" in answer;
  if (isProblem) return answer as Problem;
  return { code: "unexpected", message: "The upload failed.", hint: "Try it again." };
}
