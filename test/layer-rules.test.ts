import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let sandbox: string;

beforeAll(() => {
  sandbox = mkdtempSync(join(tmpdir(), "layer-rules-"));
  const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as Record<string, unknown>;
  writeFileSync(join(sandbox, "biome.json"), JSON.stringify({ ...config, vcs: undefined }));
});
afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

/** Names of the lint rules that a planted file breaks, under the project's own configuration. */
function brokenRules(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(sandbox, dirname(path)), { recursive: true });
    writeFileSync(join(sandbox, path), text);
  }
  const report = lint(Object.keys(files));
  for (const path of Object.keys(files)) rmSync(join(sandbox, path));
  return [...new Set(report.diagnostics.map((diagnostic) => diagnostic.category))];
}

function lint(paths: string[]): { diagnostics: { category: string }[] } {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=50", ...paths];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: sandbox, encoding: "utf8", stdio: "pipe" }));
  } catch (failure) {
    return JSON.parse((failure as { stdout: string }).stdout);
  }
}

const RESTRICTED = "lint/style/noRestrictedImports";
const importing = (what: string) => `import { x } from "${what}";\nexport const y = x;\n`;

test.each([
  ["catalog/tasks/select.ts", "@/lib/errors"],
  ["catalog/tasks/select.ts", "react"],
  ["emulator/services/s3/put.ts", "@/lib/aws/client"],
  ["emulator/services/s3/put.ts", "../../../lib/errors.ts"],
  ["emulator/server.ts", "@aws-sdk/client-s3"],
  ["components/endpoints/table.tsx", "@/lib/endpoints/service"],
  ["components/endpoints/table.tsx", "@/lib/aws/sagemaker/endpoints"],
  ["components/endpoints/table.tsx", "@/lib/env"],
  ["components/endpoints/table.tsx", "@/lib/auth/session"],
  ["components/endpoints/table.tsx", "next/link"],
  ["app/page.tsx", "next/link"],
  ["components/ui/button.tsx", "@/lib/endpoints/view"],
  ["components/ui/button.tsx", "@tanstack/react-query"],
  ["lib/endpoints/service.ts", "@aws-sdk/client-sagemaker"],
  ["lib/endpoints/service.ts", "@/components/ui/button"],
  ["lib/endpoints/view.ts", "@/lib/aws/client"],
  ["lib/endpoints/schema.ts", "server-only"],
  ["lib/aws/client.ts", "@/app/page"],
  ["app/page.tsx", "@aws-sdk/client-sagemaker"],
  ["app/page.tsx", "@/emulator/server"],
])("%s may not import %s", (file, target) => {
  expect(brokenRules({ [file]: importing(target) })).toContain(RESTRICTED);
});

test.each([
  ["components/endpoints/table.tsx", "@/lib/endpoints/actions"],
  ["components/endpoints/table.tsx", "@/lib/auth/permissions"],
  ["components/ui/button.tsx", "@/lib/cn"],
  ["emulator/store/database.ts", "@/lib/sqlite/open-sqlite.ts"],
  ["emulator/services/sagemaker/models.ts", "@/catalog/containers/select"],
  ["lib/aws/sagemaker/models.ts", "@aws-sdk/client-sagemaker"],
  ["lib/endpoints/service.ts", "@/lib/aws/sagemaker/endpoints"],
])("%s may import %s", (file, target) => {
  expect(brokenRules({ [file]: importing(target) })).not.toContain(RESTRICTED);
});

test("an import cycle is refused", () => {
  const files = {
    "lib/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
    "lib/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
  };
  expect(brokenRules(files)).toContain("lint/suspicious/noImportCycles");
});
