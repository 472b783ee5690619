import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type OidcContext } from "oidc-provider";

/** Who can sign in at the stand-in, and the groups that the ID token says they are in. */
const PEOPLE: Record<string, string[]> = { ada: ["ml-operators", "book-club"], grace: ["book-club"] };

export const CLIENT = { id: "console", secret: "a secret of at least thirty-two characters" };

export type IdentityProvider = { issuer: string; close(): Promise<void> };

/** A real OpenID Connect provider on loopback, whose sign-in page is one button for each person and one to refuse. */
export async function startIdentityProvider(consoleUrl: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(`${consoleUrl}/api/auth/callback/oidc`));
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) void interact(provider, request, response);
    else answer(request, response);
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(redirectUri: string) {
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], profile: ["preferred_username", "groups"] },
    // The console reads the ID token alone, as most providers fill it.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, groups: PEOPLE[id] ?? [] }),
    }),
    // Nobody is asked whether the console may know their name.
    async loadExistingGrant({ oidc }: OidcContext) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    cookies: { keys: ["only for tests"] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<title>Identity provider</title><form method="post">${buttons()}</form>`);
    return;
  }
  const choice = new URLSearchParams(await bodyOf(request)).get("choice") ?? "";
  const result =
    choice in PEOPLE
      ? { login: { accountId: choice } }
      : { error: "access_denied", error_description: "The person refused." };
  await provider.interactionFinished(request, response, result);
}

function buttons(): string {
  const people = Object.keys(PEOPLE).map((name) => `<button name="choice" value="${name}">I am ${name}</button>`);
  return [...people, '<button name="choice" value="">Refuse</button>'].join("");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
