/**
 * Makes many endpoints of one bundled model in a running emulator, lists them page by page as any client would, and
 * prints what that took. Run it by `npm run demo:thousand-endpoints`; options: `-- --count 200`, `-- --clean`.
 *
 * With CONSOLE_URL (and CONSOLE_USER, `admin` by default, and CONSOLE_PASSWORD) it lists them through the console too.
 */
import { parseArgs } from "node:util";

import { refuseUnlessEmulator } from "./many-endpoints/emulator-client.ts";
import { listThroughConsole, signIn } from "./many-endpoints/list-through-console.ts";
import { listNames, makeEndpoints, removeEndpoints } from "./many-endpoints/make.ts";
import { timed } from "./many-endpoints/timed.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "1000" }, clean: { type: "boolean", default: false } },
});

await refuseUnlessEmulator();
if (values.clean) await removeEndpoints();
else await demonstrate(Number(values.count));

async function demonstrate(count: number): Promise<void> {
  if ((await listNames("InService")).names.length === count) console.info(`${count} endpoints are there already`);
  else await makeEndpoints(count);

  const { names, pages } = await timed("listed by the AWS SDK, 100 a page", () => listNames());
  say(names, pages);

  const { CONSOLE_URL, CONSOLE_USER = "admin", CONSOLE_PASSWORD = "" } = process.env;
  if (CONSOLE_URL) await listInConsole(CONSOLE_URL.replace(/\/$/, ""), CONSOLE_USER, CONSOLE_PASSWORD);
  console.info("Remove them by: npm run demo:thousand-endpoints -- --clean");
}

async function listInConsole(url: string, user: string, password: string): Promise<void> {
  const cookie = await signIn(url, user, password);
  const { names, pageMs } = await timed("listed by the console, 100 a page", () => listThroughConsole(url, cookie));
  say(names, pageMs.length);
  const [fastest = 0, ...others] = [...pageMs].sort((a, b) => a - b).map(Math.round);
  console.info(`  fastest page ${fastest} ms, slowest ${others.at(-1) ?? fastest} ms`);
}

function say(names: string[], pages: number): void {
  console.info(`  ${pages} pages, ${names.length} endpoints, ${new Set(names).size} different names`);
}
