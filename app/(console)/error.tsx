"use client";

import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-3xl p-6">
      <ErrorPanel title="This page could not be shown" problem={problemIn(error)} onRetry={retry} />
    </main>
  );
}
