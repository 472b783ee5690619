import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The keys of the access table as the file tree has them: `file#export` for actions, `METHOD /path` for route handlers. */
export function discoverAccess(root: string): string[] {
  const files = ["app", "lib", "components"].flatMap((folder) => sources(join(root, folder)));
  return files.flatMap((file) => keysOf(relative(root, file).split(sep).join("/"), readFileSync(file, "utf8"))).sort();
}

/** Files that hide an action inside a function, where this discovery would not see it. */
export function filesWithInlineActions(root: string): string[] {
  return ["app", "lib", "components"]
    .flatMap((folder) => sources(join(root, folder)))
    .filter((file) => /^[ \t]+["']use server["']/m.test(readFileSync(file, "utf8")))
    .map((file) => relative(root, file));
}

/** The keys that one file contributes. */
export function keysOf(file: string, source: string): string[] {
  if (isActionFile(source)) return exportsOf(source).map((name) => `${file}#${name}`);
  const route = /^app\/(.*\/)?route\.tsx?$/.exec(file);
  if (!route) return [];
  const path = `/${route[1] ?? ""}`.replace(/\/\([^/]+\)(?=\/)/g, "").replace(/(?<=.)\/$/, "");
  return exportsOf(source)
    .filter((name) => METHODS.includes(name))
    .map((method) => `${method} ${path}`);
}

function isActionFile(source: string): boolean {
  const withoutComments = source.replace(/^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)+/, "");
  return /^["']use server["']/.test(withoutComments);
}

function exportsOf(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:const|let|async function|function|class)\s+(\w+)/gm)].map(
    (m) => m[1],
  );
  const listed = [...source.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap((m) =>
    (m[1] ?? "").split(",").map((part) =>
      part
        .trim()
        .split(/\s+as\s+/)
        .at(-1),
    ),
  );
  return [...declared, ...listed].filter((name): name is string => Boolean(name));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
