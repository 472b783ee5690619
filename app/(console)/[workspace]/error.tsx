"use client";

import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="max-w-3xl">
      <h1 className="sr-only">Error</h1>
      <ErrorPanel title="This page could not be shown" problem={problemIn(error)} onRetry={retry} />
    </main>
  );
}
