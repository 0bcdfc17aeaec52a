import { expect, test } from "vitest";
import { isPublicAddress } from "./addresses.ts";

/** The first and the last address of each range that is not public, and its neighbours that are. */
const RANGES: readonly {
  readonly name: string;
  readonly inside: readonly string[];
  readonly outside?: readonly string[];
}[] = [
  { name: "this network", inside: ["0.0.0.0", "0.255.255.255"], outside: ["1.0.0.0"] },
  { name: "private 10", inside: ["10.0.0.0", "10.255.255.255"], outside: ["9.255.255.255", "11.0.0.0"] },
  { name: "shared by carriers", inside: ["100.64.0.0", "100.127.255.255"], outside: ["100.63.255.255", "100.128.0.0"] },
  { name: "loopback", inside: ["127.0.0.1", "127.255.255.255"], outside: ["126.255.255.255", "128.0.0.0"] },
  {
    name: "link-local",
    inside: ["169.254.0.0", "169.254.169.254", "169.254.255.255"],
    outside: ["169.253.255.255", "169.255.0.0"],
  },
  { name: "private 172", inside: ["172.16.0.0", "172.31.255.255"], outside: ["172.15.255.255", "172.32.0.0"] },
  { name: "protocol assignments", inside: ["192.0.0.0", "192.0.0.255"], outside: ["191.255.255.255", "192.0.1.0"] },
  { name: "documentation 1", inside: ["192.0.2.0", "192.0.2.255"], outside: ["192.0.3.0"] },
  { name: "relays of 6to4", inside: ["192.88.99.0", "192.88.99.255"], outside: ["192.88.98.255", "192.88.100.0"] },
  { name: "private 192", inside: ["192.168.0.0", "192.168.255.255"], outside: ["192.167.255.255", "192.169.0.0"] },
  { name: "benchmarks", inside: ["198.18.0.0", "198.19.255.255"], outside: ["198.17.255.255", "198.20.0.0"] },
  { name: "documentation 2", inside: ["198.51.100.0", "198.51.100.255"], outside: ["198.51.99.255", "198.51.101.0"] },
  { name: "documentation 3", inside: ["203.0.113.0", "203.0.113.255"], outside: ["203.0.112.255", "203.0.114.0"] },
  { name: "multicast", inside: ["224.0.0.0", "239.255.255.255"], outside: ["223.255.255.255"] },
  { name: "reserved and broadcast", inside: ["240.0.0.0", "255.255.255.255"] },
  { name: "unspecified and IPv4-compatible", inside: ["::", "::1", "::8.8.8.8", "::ffff"] },
  { name: "IPv4-mapped", inside: ["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "0:0:0:0:0:ffff:a00:1"] },
  { name: "IPv4-translated", inside: ["::ffff:0:127.0.0.1", "::ffff:0:a00:1"] },
  { name: "NAT64", inside: ["64:ff9b::7f00:1", "64:ff9b::8.8.8.8"] },
  { name: "NAT64 local", inside: ["64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"] },
  { name: "discard", inside: ["100::", "100::ffff:ffff:ffff:ffff", "100:0:0:1::1"] },
  { name: "protocol assignments of IPv6", inside: ["2001::1", "2001:1ff:ffff::"], outside: ["2001:200::", "2000::1"] },
  {
    name: "documentation of IPv6",
    inside: ["2001:db8::1", "2001:db8:ffff::"],
    outside: ["2001:db7:ffff::", "2001:db9::"],
  },
  { name: "6to4", inside: ["2002:7f00:1::", "2002:ffff::"], outside: ["2003::"] },
  {
    name: "more documentation of IPv6",
    inside: ["3fff::", "3fff:fff:ffff::"],
    outside: ["3fff:1000::", "3ffe:ffff::"],
  },
  { name: "segment routing", inside: ["5f00::1", "5f00:ffff::"] },
  { name: "unassigned", inside: ["4000::", "6000::1", "e000::"] },
  { name: "unique local", inside: ["fc00::1", "fd12:3456::1", "fdff:ffff::"] },
  { name: "link-local of IPv6", inside: ["fe80::1", "fe80::1%eth0", "febf:ffff::"] },
  { name: "site-local", inside: ["fec0::1", "feff:ffff::"] },
  { name: "multicast of IPv6", inside: ["ff00::", "ff02::1", "ffff::"] },
  { name: "no address", inside: ["", "localhost", "127.1", "0x7f000001", "1.2.3", "1.2.3.4.5", "[::1]", ":::"] },
];

test.each(RANGES)("$name is not public", ({ inside, outside = [] }) => {
  expect(inside.filter(isPublicAddress)).toEqual([]);
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test("public addresses are", () => {
  const addresses = ["8.8.8.8", "93.184.216.34", "2606:4700::6810:84e5", "2a00:1450:4001:80b::200e", "2620:4f:8000::1"];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});
