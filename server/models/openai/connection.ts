/** Where a server is and how it is spoken to. The key is sent as a bearer token and never written anywhere. */
export interface Connection {
  /** Base of the protocol's paths, without a slash at the end: `http://127.0.0.1:8000/v1`. */
  readonly api: string;
  /** Base of the paths that some servers have beside it: `http://127.0.0.1:8000`. */
  readonly root: string;
  readonly model: string;
  readonly apiKey: string | null;
}

/** Reads an address as people write it, with or without `/v1`; null when it is no http(s) address. */
export function connectionTo(baseUrl: string, model: string, apiKey: string | null): Connection | null {
  if (!URL.canParse(baseUrl)) return null;
  const url = new URL(baseUrl);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const bare = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  const root = bare.replace(/\/v1$/, "");
  return { api: `${root}/v1`, root, model, apiKey };
}
