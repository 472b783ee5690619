"use client";

import { catchError, type ErrorInfo } from "next/error";

import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

function PanelFailed({ title }: { title: string }, { error, retry }: ErrorInfo) {
  return <ErrorPanel title={title} problem={problemIn(error)} onRetry={() => retry()} />;
}

/** Keeps one failed panel from taking the page with it. */
export const PanelBoundary = catchError(PanelFailed);
