import { connection } from "next/server";

/** Public: tells a load balancer or `npm start` that the console answers. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
