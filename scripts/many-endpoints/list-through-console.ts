import { PREFIX } from "./make.ts";

type Page = { items: { name: string }[]; nextCursor: string | null };

/** How a listing went: what came, on how many pages, and what each page took. */
type Listing = { names: string[]; pageMs: number[] };

/** Signs in at a console as its sign-in page does; answers the cookies that stand for the session. */
export async function signIn(consoleUrl: string, name: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const csrf = await fetch(`${consoleUrl}/api/auth/csrf`);
  keepCookies(jar, csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${consoleUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookieHeader(jar) },
    body: new URLSearchParams({ csrfToken, name, password, json: "true", callbackUrl: "/" }),
    redirect: "manual",
  });
  if (!answer.ok) throw new Error(`The console did not let ${name} in (${answer.status}).`);
  keepCookies(jar, answer);
  return cookieHeader(jar);
}

/** Lists the endpoints through the console's own API as its list does, one page after the other. */
export async function listThroughConsole(consoleUrl: string, cookie: string): Promise<Listing> {
  const listing: Listing = { names: [], pageMs: [] };
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = new URLSearchParams({ limit: "100", search: `${PREFIX}-`, ...(cursor ? { cursor } : {}) });
    const startedAt = performance.now();
    const answer = await fetch(`${consoleUrl}/api/workspaces/local/endpoints?${query}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`The console answered ${answer.status}: ${await answer.text()}`);
    const page = (await answer.json()) as Page;
    listing.pageMs.push(performance.now() - startedAt);
    listing.names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor;
  }
  return listing;
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    jar.set(name, value.join("="));
  }
}

function cookieHeader(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
