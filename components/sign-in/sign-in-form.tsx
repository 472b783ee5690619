"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { identityProviderUrl, signInWithPassword } from "@/lib/sign-in/sign-in";

type SignInFormProps = {
  callbackPath: string;
  /** What happened before the page was opened, for example at the identity provider. */
  notice: string | null;
  /** Word for the identity provider; null when none is configured. */
  identityProvider: string | null;
};

export function SignInForm({ callbackPath, notice, identityProvider }: SignInFormProps) {
  const password = useRef<HTMLInputElement>(null);
  const signIn = useMutation({
    mutationFn: (form: FormData) => signInWithPassword(String(form.get("name")), String(form.get("password"))),
    // A full load: nothing that the page before sign-in kept may stay.
    onSuccess: () => location.assign(callbackPath),
    onError: () => password.current?.select(),
  });
  const provider = useMutation({
    mutationFn: () => identityProviderUrl(callbackPath),
    onSuccess: (url) => location.assign(url),
  });
  const message = (signIn.error ?? provider.error)?.message ?? (signIn.isIdle ? notice : null);
  const busy = signIn.isPending || signIn.isSuccess;

  return (
    <div>
      {/* Always there, so that screen readers hear it fill; its space comes with the message. */}
      <div aria-live="assertive">
        {message ? (
          <Callout tone="danger" className="mb-4">
            {message}
          </Callout>
        ) : null}
      </div>
      <form
        aria-label="Sign in"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(new FormData(event.currentTarget));
        }}
      >
        <Field label="Name" required>
          {(ids) => (
            <Input {...ids} name="name" required autoComplete="username" autoCapitalize="none" spellCheck={false} />
          )}
        </Field>
        <Field label="Password" required>
          {(ids) => (
            <Input {...ids} ref={password} name="password" type="password" required autoComplete="current-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" size="lg" busy={busy}>
          Sign in
        </Button>
      </form>
      {identityProvider ? (
        <>
          <Divider />
          <Button size="lg" className="w-full" busy={provider.isPending} onClick={() => provider.mutate()}>
            Continue with {identityProvider}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Divider() {
  return (
    <div className="my-4 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
      or
    </div>
  );
}
