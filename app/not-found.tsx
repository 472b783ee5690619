import type { Metadata } from "next";
import { buttonStyles } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-2 p-6">
      <h1 className="text-xl font-semibold">This page does not exist</h1>
      <p className="text-muted">
        The address may be mistyped, or what it showed was deleted or lives in another workspace.
      </p>
      <p className="mt-3">
        <Link href="/" className={buttonStyles({ variant: "primary" })}>
          Go to the overview
        </Link>
      </p>
    </main>
  );
}
