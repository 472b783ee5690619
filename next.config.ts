import type { NextConfig } from "next";

/** No page of another site may frame the console, guess at its content types, or learn which endpoints are looked at. */
const SECURITY_HEADERS = [
  { key: "X-Frame-Options", value: "DENY" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
];

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  experimental: { turbopackRustReactCompiler: true },
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  // Native modules: they must be loaded from node_modules, not bundled.
  serverExternalPackages: ["@photostructure/sqlite", "@node-rs/argon2", "pg"],
};

export default nextConfig;
