import { lookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { GitHttpRequest, GitHttpResponse, HttpClient } from "isomorphic-git";

import { AppError } from "@/lib/errors";
import { isPublicAddress } from "./public-address";

const MAX_REDIRECTS = 5;

type Guard = {
  /** A plain http origin on this machine that is allowed too: `http://127.0.0.1:8000`. */
  localOrigin: string | null;
  /** All answers together. */
  maxBytes: number;
  onBytes: (received: number) => void;
};

/**
 * How git's requests leave: https only, to addresses that everybody can reach, checked at the connection itself so that
 * a name cannot change its meaning in between, again for each redirect, and no more bytes than allowed.
 */
export function guardedHttp({ localOrigin, maxBytes, onBytes }: Guard): HttpClient {
  let received = 0;
  // Git sends everything after the first question to where that one was led.
  const moved = new Map<string, string>();

  async function* counted(message: IncomingMessage): AsyncIterableIterator<Uint8Array> {
    for await (const chunk of message as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength;
      if (received > maxBytes) {
        message.destroy();
        throw tooMuch(maxBytes);
      }
      onBytes(received);
      yield chunk;
    }
  }

  async function request({ url, method = "GET", headers = {}, body }: GitHttpRequest): Promise<GitHttpResponse> {
    const chunks: Uint8Array[] = [];
    if (body) for await (const chunk of body) chunks.push(chunk);
    const payload = Buffer.concat(chunks);
    let target = new URL(url);
    for (const [from, to] of moved) if (url.startsWith(from)) target = new URL(to + url.slice(from.length));

    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const message = await send(target, method, { ...headers, "content-length": String(payload.byteLength) }, payload);
      const { statusCode = 0, statusMessage = "", headers: answered } = message;
      const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && answered.location !== undefined;
      if (!isRedirect || method !== "GET") {
        const text = Object.entries(answered).map(([name, value]) => [name, String(value)]);
        return { url, method, statusCode, statusMessage, headers: Object.fromEntries(text), body: counted(message) };
      }
      message.destroy();
      const next = new URL(answered.location ?? "", target);
      const [wanted, led] = [baseOf(new URL(url)), baseOf(next)];
      if (wanted && led) moved.set(wanted, led);
      target = next;
    }
    throw new AppError("invalid", "The host leads from one address to the next without end.");
  }

  function send(url: URL, method: string, headers: Record<string, string>, body: Buffer): Promise<IncomingMessage> {
    const isLocal = localOrigin !== null && url.origin === localOrigin;
    if (!isLocal) refuseUnlessPublic(url);
    const client = url.protocol === "http:" ? http : https;
    // No agent: neither a connection of before nor a proxy of the environment takes the request elsewhere.
    const options = { method, headers, agent: false, ...(!isLocal && { lookup: publicLookup }) };
    return new Promise((resolve, reject) => {
      client.request(url, options, resolve).on("error", reject).end(body);
    });
  }

  return { request };
}

function refuseUnlessPublic(url: URL): void {
  if (url.protocol !== "https:") throw new AppError("invalid", `Only https addresses are read, not ${url.protocol}//.`);
  if (url.username || url.password) throw new AppError("invalid", "Addresses with a name or token are not read.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // An address that is no name is never looked up.
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic(host);
}

const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "");
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address))) {
      return done(notPublic(host), "");
    }
    const [first] = addresses;
    return options.all ? done(null, addresses) : done(null, first?.address ?? "", first?.family);
  });
};

/** The repository's address in that of git's first question. */
function baseOf(url: URL): string | null {
  const end = url.pathname.lastIndexOf("/info/refs");
  return end === -1 ? null : url.origin + url.pathname.slice(0, end);
}

function notPublic(host: string): AppError {
  return new AppError("invalid", `${host} is in a private network, or is this machine: it is not read.`, {
    hint: "Give a repository on a public host, or upload the folder.",
  });
}

function tooMuch(maxBytes: number): AppError {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return new AppError("too-large", `The repository sends more than ${megabytes} MB even without its history.`, {
    hint: "Upload the script's folder instead.",
  });
}
