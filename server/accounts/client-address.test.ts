import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

const NO_PROXY = { host: "0.0.0.0", origin: undefined };
const PROXY = { host: "0.0.0.0", origin: "https://sphere.example.org" };

it.each([
  ["direct", "192.168.0.7", undefined, NO_PROXY, "192.168.0.7"],
  ["a header that anyone can write", "192.168.0.7", "10.9.9.9", NO_PROXY, "192.168.0.7"],
  ["a proxy on this machine", "127.0.0.1", "203.0.113.5", NO_PROXY, "203.0.113.5"],
  ["a proxy on this machine, IPv6", "::1", "2001:db8::5", NO_PROXY, "2001:db8::5"],
  ["a proxy that the app is told of", "10.0.0.2", "203.0.113.5", PROXY, "203.0.113.5"],
  ["what the browser wrote before the proxy did", "10.0.0.2", "127.0.0.1, 203.0.113.5", PROXY, "203.0.113.5"],
  ["a header that is no address", "127.0.0.1", "evil.example", NO_PROXY, "127.0.0.1"],
  ["an empty header", "127.0.0.1", "", NO_PROXY, "127.0.0.1"],
  ["a closed connection", undefined, undefined, NO_PROXY, ""],
] as const)("%s", (...[, socket, forwarded, reach, expected]) => {
  expect(clientAddress({ socket, forwarded }, reach)).toBe(expected);
});
