/** Whether a host's name or address means this machine and no other: `localhost`, `127.0.0.1`, `[::1]`. */
export function isLoopbackName(name: string): boolean {
  const bare = name
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  return (
    bare === "localhost" ||
    bare.endsWith(".localhost") ||
    bare === "::1" ||
    /^(::ffff:)?127(\.\d{1,3}){3}$/.test(bare)
  );
}

/** Whether a request's `Host` header, port and all, names this machine. */
export function isLoopbackHost(host: string): boolean {
  return isLoopbackName(hostName(host));
}

/** A `Host` header without its port; empty where it is none. */
function hostName(host: string): string {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.exec(host)?.[1] ?? "";
}

/** Where the app listens, and by which address a proxy makes it known. */
export interface Reach {
  readonly host: string;
  readonly origin: string | undefined;
}

/** Whether the app can be reached from this machine only. */
export function staysOnLoopback({ host, origin }: Reach): boolean {
  return isLoopbackName(host) && (origin === undefined || isLoopbackName(new URL(origin).hostname));
}
