import { AppError } from "@/server/foundation/errors";
import { connectionTo } from "./openai/connection";

/**
 * Refuses what is no address of a server, and one that holds a password, which every page would show.
 * @returns the address without anything that does not belong to it
 * @throws AppError `invalid-input` that names the field
 */
export function checkAddress(field: "baseUrl" | "replicas", given: string): string {
  const address = given.trim();
  const connection = connectionTo(address, "", null);
  if (connection === null) {
    const fix = "Give an address such as http://127.0.0.1:8000/v1.";
    throw new AppError("invalid-input", `"${address}" is not an http or https address.`, { field, fix });
  }
  const { username, password } = new URL(address);
  if (username !== "" || password !== "") {
    const message = "An address must not hold a user name or a password.";
    const fix = "Give the address without them, and the secret as the API key.";
    throw new AppError("invalid-input", message, { field, fix });
  }
  return address;
}

/**
 * Further servers with the same model: each once, and not the first one again.
 * @throws AppError `invalid-input` that names the field
 */
export function checkReplicas(baseUrl: string, given: readonly string[]): readonly string[] | null {
  const addresses = given
    .filter((address) => address.trim() !== "")
    .map((address) => checkAddress("replicas", address));
  const seen = new Set([apiOf(baseUrl)]);
  for (const address of addresses) {
    if (seen.has(apiOf(address))) {
      const fix = "Name each server once; the first one has its own field.";
      throw new AppError("invalid-input", `${address} is named twice.`, { field: "replicas", fix });
    }
    seen.add(apiOf(address));
  }
  return addresses.length === 0 ? null : addresses;
}

function apiOf(address: string): string {
  return connectionTo(address, "", null)?.api ?? address;
}
