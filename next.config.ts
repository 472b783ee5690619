import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  experimental: { turbopackRustReactCompiler: true },
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // Native modules: they must be loaded from node_modules, not bundled.
  serverExternalPackages: ["@photostructure/sqlite", "@node-rs/argon2", "pg"],
};

export default nextConfig;
