import { once } from "node:events";
import fs from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import git from "isomorphic-git";

/** `asked`: the requests so far, as `GET /path`. */
export type GitServer = { url: string; commit: string; asked: string[]; close(): Promise<void> };

const AUTHOR = { name: "Tester", email: "tester@example.com", timestamp: 1_767_225_600, timezoneOffset: 0 };
const SERVICE = "git-upload-pack";

/**
 * A git host on this machine with one repository, `/owner/examples.git`: git's smart protocol over http (version 1,
 * shallow). Its one commit is the branch main and the annotated tag v1.0. Values that begin with `-> ` become links.
 * Beside it: `/owner/moved.git` leads there, `/owner/away.git` to a private address, `/owner/private.git` asks who one
 * is, `/owner/page.git` is no repository, `/owner/endless.git` never answers.
 */
export async function startGitServer(files: Record<string, string>, port = 0): Promise<GitServer> {
  const dir = await mkdtemp(join(tmpdir(), "git-server-"));
  await git.init({ fs, dir, defaultBranch: "main" });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    if (content.startsWith("-> ")) await symlink(content.slice(3), join(dir, path));
    else await writeFile(join(dir, path), content);
    await git.add({ fs, dir, filepath: path });
  }
  const commit = await git.commit({ fs, dir, message: "Examples", author: AUTHOR });
  await git.annotatedTag({ fs, dir, ref: "v1.0", message: "One", tagger: AUTHOR });
  const tag = await git.resolveRef({ fs, dir, ref: "v1.0" });

  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    void answer(request, response, { dir, commit, tag });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commit,
    asked,
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

type Repository = { dir: string; commit: string; tag: string };

async function answer(request: IncomingMessage, response: ServerResponse, repository: Repository): Promise<void> {
  const { url = "", method } = request;
  const query = `/info/refs?service=${SERVICE}`;
  if (url.startsWith("/owner/endless.git")) return;
  if (url.startsWith("/owner/private.git")) return void response.writeHead(401).end("Who are you?");
  if (url.startsWith("/owner/page.git")) return void response.writeHead(200).end("<html>Hello</html>");
  if (url === `/owner/moved.git${query}`) {
    return void response.writeHead(301, { location: `/owner/examples.git${query}` }).end();
  }
  if (url === `/owner/away.git${query}`) {
    return void response.writeHead(302, { location: "https://169.254.169.254/latest/meta-data/" }).end();
  }
  if (method === "GET" && url === `/owner/examples.git${query}`) {
    const { commit, tag } = repository;
    const capabilities = "shallow side-band-64k ofs-delta symref=HEAD:refs/heads/main agent=stand-in";
    const lines = [
      `${commit} HEAD\0${capabilities}\n`,
      `${commit} refs/heads/main\n`,
      `${tag} refs/tags/v1.0\n`,
      `${commit} refs/tags/v1.0^{}\n`,
    ];
    response.writeHead(200, { "content-type": `application/x-${SERVICE}-advertisement` });
    return void response.end(`${pkt(`# service=${SERVICE}\n`)}0000${lines.map(pkt).join("")}0000`);
  }
  if (method === "POST" && url === `/owner/examples.git/${SERVICE}`) return sendPack(request, response, repository);
  response.writeHead(404).end("Not Found");
}

async function sendPack(request: IncomingMessage, response: ServerResponse, { dir, commit, tag }: Repository) {
  let asked = "";
  for await (const chunk of request) asked += String(chunk);
  const wanted = /want ([0-9a-f]{40})/.exec(asked)?.[1];
  response.writeHead(200, { "content-type": `application/x-${SERVICE}-result` });
  if (wanted !== commit && wanted !== tag) return void response.end(pkt(`ERR upload-pack: not our ref ${wanted}\n`));
  const objects = [
    commit,
    tag,
    ...(await objectsBelow(dir, (await git.readCommit({ fs, dir, oid: commit })).commit.tree)),
  ];
  const { packfile = new Uint8Array() } = await git.packObjects({ fs, dir, oids: objects });
  response.write(`${pkt(`shallow ${commit}\n`)}0000${pkt("NAK\n")}`);
  for (let at = 0; at < packfile.byteLength; at += 60_000) {
    const part = packfile.subarray(at, at + 60_000);
    response.write((part.byteLength + 5).toString(16).padStart(4, "0"));
    response.write(Buffer.concat([Buffer.from([1]), part]));
  }
  response.end("0000");
}

async function objectsBelow(dir: string, oid: string): Promise<string[]> {
  const { tree } = await git.readTree({ fs, dir, oid });
  const below = await Promise.all(
    tree.map((entry) => (entry.type === "tree" ? objectsBelow(dir, entry.oid) : [entry.oid])),
  );
  return [oid, ...below.flat()];
}

function pkt(text: string): string {
  return (Buffer.byteLength(text) + 4).toString(16).padStart(4, "0") + text;
}
