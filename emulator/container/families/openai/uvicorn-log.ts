import { STATUS_CODES } from "node:http";

/** The access line of uvicorn, which serves vLLM and SGLang. */
export function accessLine(method: string, path: string, status: number): string {
  return `INFO:     169.254.178.2:46274 - "${method} ${path} HTTP/1.1" ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
}
