import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Db } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";

type TestContext = ReturnType<typeof makeContext>;

/**
 * An empty database with a data folder and a home of its own, removed by `using`. The test brings the caller,
 * since nothing here may import the router.
 */
export function problemsWorkplace<Caller>(callerOf: (ctx: TestContext) => Caller) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-problems-"));
  const dataDir = path.join(root, "files");
  fs.mkdirSync(dataDir);
  const { db, sqlite } = openTestDatabase();
  const ctx = makeContext(db, root, dataDir);
  return {
    ctx,
    sqlite,
    dataDir,
    caller: callerOf(ctx),
    /** Writes a file into the data folder and returns its path. */
    file(name: string, content: string | Uint8Array | readonly object[]): string {
      const target = path.join(dataDir, name);
      fs.writeFileSync(target, isLines(content) ? toJsonl(content) : content);
      return target;
    },
    [Symbol.dispose]() {
      sqlite.close();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

function makeContext(db: Db, root: string, dataDir: string) {
  let now = 1_800_000_000_000;
  return {
    db,
    env: readEnv({ NODE_ENV: "test", SPHERE_HOME: path.join(root, "home"), SPHERE_DATA_DIR: dataDir }),
    clock: { now: () => now++, sleep: () => Promise.resolve() },
    logger: createLogger("test", "silent"),
    actor: TEST_ADMIN,
  };
}

const isLines = (content: string | Uint8Array | readonly object[]): content is readonly object[] =>
  Array.isArray(content);

const toJsonl = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** Problems that differ in their numbers. */
export function someProblems(count: number, prefix = "p") {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index}`,
    problem: `What is ${index} + ${index + 1}, said ${prefix}?`,
    answer: String(2 * index + 1),
    level: String((index % 3) + 1),
    subject: index % 2 === 0 ? "Algebra" : "Counting",
    source: `made:${prefix}#${index}`,
  }));
}
