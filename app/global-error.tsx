"use client";

import "./globals.css";

import { Button } from "@/components/ui/button";
import { problemIn } from "@/lib/problem-in";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const { hint } = problemIn(error);
  return (
    <html lang="en" data-theme="light">
      <body>
        <title>Something went wrong</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-2 p-6">
          <h1 className="text-xl font-semibold">The console could not show this page</h1>
          <p className="text-muted">{hint}</p>
          <p className="mt-3">
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          </p>
        </main>
      </body>
    </html>
  );
}
