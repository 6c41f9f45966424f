import type { Reader } from "./reader";

/** The index behind a letter as part of its name: `x_1`, `x_{12}` and `a_{n+1}` are three variables. */
export function subscriptOf(reader: Reader): string {
  if (!reader.accept("sign", "_")) return "";
  if (!reader.accept("sign", "{")) {
    const token = reader.next();
    return token.kind === "end" ? reader.fail() : `_${token.text}`;
  }
  let name = "_";
  let depth = 1;
  for (;;) {
    const token = reader.next();
    if (token.kind === "end") reader.fail();
    if (token.text === "{" && token.kind === "sign") depth++;
    if (token.text === "}" && token.kind === "sign" && --depth === 0) return name;
    name += token.text;
  }
}
