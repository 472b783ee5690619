// @sparticuz/chromium carries a headless Chromium inside its npm package (Linux x64), made for bare cloud functions.
// Unpacked with its own NSS libraries and fonts it starts on a machine that has neither.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const ARCHIVES = ["al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];

/** The packaged browser, unpacked once into the user's cache; null where the package has none for this platform. */
export function packagedChromium() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const root = packageRoot();
  if (!root) return null;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "huggingface-sagemaker-console", `chromium-${version}`);
  if (!existsSync(join(folder, "chromium"))) unpack(join(root, "bin"), folder);
  return {
    name: `@sparticuz/chromium ${version}`,
    executablePath: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  };
}

function packageRoot() {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
    while (!existsSync(join(folder, "package.json")) || !existsSync(join(folder, "bin"))) folder = dirname(folder);
    return folder;
  } catch {
    return null;
  }
}

function unpack(bin, folder) {
  mkdirSync(folder, { recursive: true });
  for (const archive of ARCHIVES) {
    execFileSync("tar", ["-x", "-C", folder, "-f", "-"], {
      input: brotliDecompressSync(readFileSync(join(bin, archive))),
    });
  }
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  );
  // Under its final name only when whole: an unpacking that was cut off is done again.
  const partial = join(folder, "chromium.part");
  writeFileSync(partial, brotliDecompressSync(readFileSync(join(bin, "chromium.br"))));
  chmodSync(partial, 0o755);
  renameSync(partial, join(folder, "chromium"));
}
