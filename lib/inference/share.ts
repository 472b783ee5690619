/** Longer links are cut by chat programs and proxies. */
const MAX_HASH = 4_000;

/** A request as the end of a link: `#request=…`; null when it is too long to share. The part after # reaches no server. */
export function toShareHash(body: string): string | null {
  const encoded = base64Url(new TextEncoder().encode(body));
  return encoded.length > MAX_HASH ? null : `#request=${encoded}`;
}

/** The request in a link; null when there is none or it is damaged. */
export function fromShareHash(hash: string): string | null {
  const encoded = /^#request=([\w-]+)$/.exec(hash)?.[1];
  if (!encoded) return null;
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const body = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? body : null;
  } catch {
    return null;
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
