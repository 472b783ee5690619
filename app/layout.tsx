import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { Suspense } from "react";

import { Providers } from "@/components/providers";
import { ThemeScript } from "@/components/shell/theme-script";

export const metadata: Metadata = {
  title: { default: "SageMaker console", template: "%s · SageMaker console" },
  description: "Deploy, try and watch Hugging Face models on Amazon SageMaker.",
  manifest: "/manifest.webmanifest",
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/apple-icon.png" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f9fb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0d11" },
  ],
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    // The theme script sets data-theme before React looks at the page.
    <html lang="en" data-theme="light" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <div className="app-root min-h-dvh">
          <Suspense>
            <Providers>{children}</Providers>
          </Suspense>
        </div>
      </body>
    </html>
  );
}
