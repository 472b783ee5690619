import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { Logo } from "@/components/shell/logo";
import { EmulatorHint } from "@/components/sign-in/emulator-hint";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Skeleton } from "@/components/ui/skeleton";
import { safeCallbackPath } from "@/lib/auth/callback-path";
import { oidcConfig } from "@/lib/auth/oidc-config";
import { currentMember } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { signInProblem } from "@/lib/sign-in/messages";

export const metadata: Metadata = { title: "Sign in" };

type Search = PageProps<"/sign-in">["searchParams"];

export default function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-12">
      <header className="flex flex-col items-center gap-3 text-center">
        <Logo className="size-11" />
        <div>
          <h1 className="text-xl font-semibold">Sign in</h1>
          <p className="text-base text-muted">SageMaker console for Hugging Face models</p>
        </div>
      </header>
      <Suspense fallback={<Skeleton className="h-56 w-full" />}>
        <SignInSection searchParams={searchParams} />
      </Suspense>
    </main>
  );
}

async function SignInSection({ searchParams }: { searchParams: Search }) {
  const { callbackUrl, error } = await searchParams;
  const callbackPath = safeCallbackPath(first(callbackUrl));
  if (await currentMember()) redirect(callbackPath as Route);
  const reason = first(error);
  return (
    <>
      <section aria-label="Sign in" className="rounded-panel border border-border bg-panel p-6">
        <SignInForm
          callbackPath={callbackPath}
          notice={reason ? signInProblem(reason).message : null}
          identityProvider={oidcConfig()?.label ?? null}
        />
      </section>
      {env().EMULATOR_URL ? <EmulatorHint /> : null}
    </>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
