import { isIP } from "node:net";
import { isLoopbackName, type Reach } from "./loopback";

interface Caller {
  /** The other end of the connection. */
  readonly socket: string | undefined;
  /** The request's `X-Forwarded-For`. */
  readonly forwarded: string | undefined;
}

/**
 * The address of whoever asks. The header is believed where a proxy is to be expected (on this machine, or where the app
 * is told of one), and of it only the last address, which that proxy itself wrote; anything before it anyone can write.
 */
export function clientAddress({ socket = "", forwarded = "" }: Caller, { origin }: Reach): string {
  const last = forwarded.split(",").at(-1)?.trim() ?? "";
  return isIP(last) !== 0 && (isLoopbackName(socket) || origin !== undefined) ? last : socket;
}
