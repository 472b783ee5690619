"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "sonner";

import { makeQueryClient } from "@/lib/query-client";

let browserClient: QueryClient | undefined;

function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

/** Everything that client components expect around them. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient()}>
      <NuqsAdapter>
        <Tooltip.Provider delay={300}>{children}</Tooltip.Provider>
      </NuqsAdapter>
      <Toaster position="bottom-right" gap={8} toastOptions={{ unstyled: true, classNames: TOAST }} />
    </QueryClientProvider>
  );
}

const TOAST = {
  toast:
    "flex w-(--width) items-start font-sans gap-2.5 rounded-panel border border-border bg-overlay p-3 text-base text-foreground shadow-overlay [&_[data-icon]]:mt-0.5 [&_[data-icon]]:shrink-0",
  title: "font-medium",
  description: "text-sm text-muted",
  success: "[&_[data-icon]]:text-good",
  error: "[&_[data-icon]]:text-danger",
  warning: "[&_[data-icon]]:text-warning",
  actionButton: "ml-auto shrink-0 rounded-control px-2 py-0.5 text-sm font-medium text-accent-text hover:bg-hover",
};
