import { Panel } from "@/components/ui/panel";

/** In place of the password form for people who have no password here. */
export function PasswordElsewhere({ identityProvider }: { identityProvider: string }) {
  return (
    <Panel title="Password" className="max-w-180">
      <p>You sign in through {identityProvider}. Change your password there.</p>
    </Panel>
  );
}
