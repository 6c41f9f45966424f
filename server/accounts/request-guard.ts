import { isLoopbackHost, isLoopbackName, type Reach } from "./loopback";

/** What of a request says which page sent it, and to whom. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: what the browser itself says of the page that asks. */
  readonly fetchSite: string | undefined;
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a request is not answered, in plain words; null: it is.
 *
 * Two ways in are shut. A foreign name that resolves to this machine (DNS rebinding) makes a stranger's page the app's
 * own: on loopback only loopback names and the configured address are answered. A stranger's page may send a form or a
 * `fetch` here with the person's cookie, or with none to an app that needs none (CSRF): whatever may change something
 * must come from the app's own pages.
 */
export function refusalOf(asked: Asked, reach: Reach): string | null {
  const host = asked.host ?? "";
  if (!answersTo(host, reach)) {
    return `The app does not answer to the name "${host}". Open it by 127.0.0.1, or say by which address it is reached: SPHERE_ORIGIN=https://… npm start`;
  }
  if (READS.has(asked.method)) return null;
  if (asked.fetchSite !== undefined && asked.fetchSite !== "same-origin") {
    return "Another site's page sent this. Only the app's own pages may change something.";
  }
  if (asked.origin === undefined) {
    return asked.fetchSite === "same-origin"
      ? null
      : `The request does not say which page sent it. A script sends the header Origin: http://${host}`;
  }
  return asked.origin === `http://${host}` || asked.origin === reach.origin
    ? null
    : `A page of ${asked.origin} sent this. Only the app's own pages may change something; behind a proxy, say by which address the app is reached: SPHERE_ORIGIN=https://… npm start`;
}

function answersTo(host: string, { host: bound, origin }: Reach): boolean {
  if (host === "") return false;
  if (isLoopbackHost(host)) return true;
  if (origin !== undefined) return host.toLowerCase() === new URL(origin).host;
  return !isLoopbackName(bound);
}
