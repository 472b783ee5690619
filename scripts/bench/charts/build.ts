import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { dashboardView } from "./dashboard.ts";

const require = createRequire(import.meta.url);
/** A parcel of one of our dependencies, in the version in which that one has it. */
const broughtBy = (dependency: string, name: string) => createRequire(require.resolve(dependency))(name);

type Loaded = { contents: string; loader: string };
type Build = {
  onLoad(options: { filter: RegExp }, load: (file: { path: string }) => Promise<Loaded>): void;
};
type Esbuild = { build(options: object): Promise<{ outputFiles: { path: string; text: string }[] }> };
type Babel = { transformAsync(code: string, options: object): Promise<{ code: string }> };
type Postcss = (plugins: unknown[]) => { process(css: string, options: object): Promise<{ css: string }> };

const ROOT = join(import.meta.dirname, "../../..");

/** The console's charts as a page of their own, built for production: components, their compiler and their styles. */
export async function buildChartPage(points: number): Promise<string> {
  const esbuild: Esbuild = broughtBy("tsx", "esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, "page.tsx")],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    format: "iife",
    target: "chrome120",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [{ name: "react-compiler", setup: compileReact }],
  });
  const script = outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
  const styles = outputFiles.find(({ path }) => path.endsWith(".css"))?.text ?? "";
  const views = JSON.stringify([dashboardView(points, 0), dashboardView(points, 1)]);
  return `<!doctype html><html lang="en" data-theme="light"><style>${await consoleStyles()}${styles}</style><body>
    <div id="ours"></div><div id="bare"></div>
    <script>window.views = ${views}</script><script>${script.replaceAll("</script", "<\\/script")}</script></body></html>`;
}

/** As `next build` does it: memoised by React's compiler. */
function compileReact(build: Build): void {
  const babel: Babel = require("next/dist/compiled/babel/core");
  build.onLoad({ filter: /\/components\/.*\.tsx$/ }, async ({ path }) => {
    const { code } = await babel.transformAsync(await readFile(path, "utf8"), {
      filename: path,
      babelrc: false,
      configFile: false,
      plugins: [require.resolve("babel-plugin-react-compiler")],
      parserOpts: { plugins: ["typescript", "jsx"] },
    });
    return { contents: code, loader: "tsx" };
  });
}

async function consoleStyles(): Promise<string> {
  const postcss: Postcss = broughtBy("@tailwindcss/postcss", "postcss");
  const from = join(ROOT, "app/globals.css");
  const { css } = await postcss([require("@tailwindcss/postcss")()]).process(await readFile(from, "utf8"), { from });
  return css;
}
