import { describe, expect, it } from "vitest";
import { isLoopbackHost, staysOnLoopback } from "./loopback";
import { refusalOf, type Asked } from "./request-guard";

const LOCAL = { host: "127.0.0.1", origin: undefined };
const OPEN = { host: "0.0.0.0", origin: undefined };
const PROXIED = { host: "127.0.0.1", origin: "https://sphere.example.org" };

function asked(part: Partial<Asked>): Asked {
  return { method: "GET", host: "127.0.0.1:3000", origin: undefined, fetchSite: undefined, ...part };
}

/** What becomes of a change that a page sends to the app behind its proxy. */
function send(origin: string): string | null {
  return refusalOf(asked({ method: "POST", host: "sphere.example.org", origin }), PROXIED);
}

describe("names of this machine", () => {
  it.each([
    "localhost",
    "localhost:3000",
    "LOCALHOST:3000",
    "app.localhost:3000",
    "localhost.:3000",
    "127.0.0.1",
    "127.0.0.1:65535",
    "127.9.9.9:80",
    "[::1]",
    "[::1]:3000",
  ])("%s is one", (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    "",
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example:3000",
    "evil-localhost",
    "10.0.0.7:3000",
    "0.0.0.0:3000",
    "[2001:db8::1]:3000",
    "127.0.0.1:3000/@evil.example",
    "evil.example#localhost",
    "user@localhost",
  ])("%s is none", (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it.each([
    [LOCAL, true],
    [{ host: "::1", origin: undefined }, true],
    [{ host: "127.0.0.1", origin: "http://localhost:3000" }, true],
    [OPEN, false],
    [{ host: "192.168.0.7", origin: undefined }, false],
    [PROXIED, false],
  ])("%o keeps to loopback: %s", (reach, expected) => {
    expect(staysOnLoopback(reach)).toBe(expected);
  });
});

describe("the name asked for", () => {
  it.each([
    [LOCAL, "127.0.0.1:3000", true],
    [LOCAL, "localhost:9999", true],
    [LOCAL, "evil.example:3000", false],
    [LOCAL, "192.168.0.7:3000", false],
    [LOCAL, undefined, false],
    [OPEN, "192.168.0.7:3000", true],
    [OPEN, "lab.example:3000", true],
    [PROXIED, "sphere.example.org", true],
    [PROXIED, "SPHERE.example.org", true],
    // A proxy that names the app by its own address.
    [PROXIED, "127.0.0.1:3000", true],
    [PROXIED, "evil.example", false],
    [{ ...PROXIED, host: "0.0.0.0" }, "evil.example", false],
  ])("%o answers to %s: %s", (reach, host, answered) => {
    for (const method of ["GET", "POST"]) {
      const origin = host === undefined ? undefined : (reach.origin ?? `http://${host}`);
      expect(refusalOf(asked({ method, host, origin }), reach) === null).toBe(answered);
    }
  });
});

describe("the page that sends a change", () => {
  it.each<[name: string, part: Partial<Asked>, answered: boolean]>([
    ["its own", { origin: "http://127.0.0.1:3000", fetchSite: "same-origin" }, true],
    ["its own, of an old browser", { origin: "http://127.0.0.1:3000" }, true],
    ["its own, without Origin", { fetchSite: "same-origin" }, true],
    ["another port of this machine", { origin: "http://127.0.0.1:4000", fetchSite: "same-site" }, false],
    ["another name of this machine", { origin: "http://localhost:3000", fetchSite: "cross-site" }, false],
    ["a stranger's", { origin: "https://evil.example", fetchSite: "cross-site" }, false],
    ["a stranger's, of an old browser", { origin: "https://evil.example" }, false],
    ["a stranger's, who forged Origin", { origin: "http://127.0.0.1:3000", fetchSite: "cross-site" }, false],
    ["a sandboxed one", { origin: "null", fetchSite: "cross-site" }, false],
    ["a sandboxed one, of an old browser", { origin: "null" }, false],
    ["the address line", { fetchSite: "none" }, false],
    ["nobody says", {}, false],
    ["the right host by the wrong scheme", { origin: "https://127.0.0.1:3000" }, false],
  ])("%s", (_name, part, answered) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(refusalOf(asked({ method, ...part }), LOCAL) === null).toBe(answered);
    }
  });

  it("may be the address that a proxy makes known, and no other", () => {
    expect(send("https://sphere.example.org")).toBeNull();
    expect(send("https://sphere.example.org.evil.example")).toContain("Only the app's own pages");
    expect(send("https://evil.example")).toContain("https://evil.example");
  });

  it("is not asked about what only reads", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      expect(refusalOf(asked({ method, origin: "https://evil.example" }), LOCAL)).toBeNull();
    }
  });

  it("is told how a script or a proxy is let in", () => {
    expect(refusalOf(asked({ method: "POST" }), LOCAL)).toContain("Origin: http://127.0.0.1:3000");
    expect(refusalOf(asked({ host: "lab:3000" }), LOCAL)).toContain("SPHERE_ORIGIN=");
  });
});
