import { BlockList, isIPv6 } from "node:net";

// IANA's special-purpose address registries: what is not reachable from everywhere, or leads back to this machine or
// its network, the metadata service of cloud machines (169.254.169.254) included.
const V4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Beyond 2000::/3 nothing is global; inside it these lead elsewhere: Teredo, 6to4, documentation. */
const V6_INSIDE_GLOBAL: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const blocked = new BlockList();
for (const [net, prefix] of V4) blocked.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of V6_INSIDE_GLOBAL) blocked.addSubnet(net, prefix, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** True for an IP address that everybody can reach; false for this machine, private networks and what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return global6.check(address, "ipv6") && !blocked.check(address, "ipv6");
  return /^\d+(\.\d+){3}$/.test(address) && !blocked.check(address, "ipv4");
}
