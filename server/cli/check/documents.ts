import fs from "node:fs";
import path from "node:path";

const DOCUMENTS = ["README.md", "AGENTS.md"];
const ROOTS = /^(app|components|server|db|public|\.ci)\//;

/** Paths that README.md and AGENTS.md name in backticks or links but that do not exist: prose about code rots. */
export function missingPaths(): string[] {
  return DOCUMENTS.flatMap((document) => {
    const text = fs.readFileSync(document, "utf8");
    const named = [...text.matchAll(/`([^`\s]+)`|\]\(([^)#\s]+)\)/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    return named
      .filter((name) => ROOTS.test(name) && !/[*<>{}]/.test(name))
      .filter((name) => !fs.existsSync(path.resolve(name)))
      .map((name) => `${document} names ${name}, which does not exist.`);
  });
}
