import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "./client";
import { migrateDatabase } from "./migrate";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-migrate-"));
  fs.mkdirSync(path.join(folder, "meta"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function writeMigrations(files: readonly string[]): void {
  const entries = files.map((sql, idx) => {
    fs.writeFileSync(path.join(folder, `${idx}.sql`), sql);
    return { idx, version: "6", when: idx + 1, tag: String(idx), breakpoints: true };
  });
  const journal = { version: "7", dialect: "sqlite", entries };
  fs.writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify(journal));
}

const CREATE = `CREATE TABLE parent (id text PRIMARY KEY);
--> statement-breakpoint
CREATE TABLE child (id integer PRIMARY KEY, parent_id text REFERENCES parent(id) ON DELETE CASCADE);`;
const REBUILD = `PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE __new_parent (id text PRIMARY KEY, name text);
--> statement-breakpoint
INSERT INTO __new_parent(id) SELECT id FROM parent;
--> statement-breakpoint
DROP TABLE parent;
--> statement-breakpoint
ALTER TABLE __new_parent RENAME TO parent;
--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

describe("migrateDatabase", () => {
  it("keeps the children when a migration rebuilds their parent", () => {
    const connection = openDatabase(":memory:");
    writeMigrations([CREATE]);
    migrateDatabase(connection, folder);
    connection.sqlite.exec(
      "insert into parent values ('p'); insert into child(parent_id) values ('p'), ('p')",
    );
    writeMigrations([CREATE, REBUILD]);
    migrateDatabase(connection, folder);
    expect(connection.sqlite.prepare("select count(*) as n from child").get()).toEqual({ n: 2 });
    expect(connection.sqlite.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("refuses a migration that leaves rows without their parent", () => {
    const connection = openDatabase(":memory:");
    writeMigrations([CREATE]);
    migrateDatabase(connection, folder);
    connection.sqlite.exec("insert into parent values ('p'); insert into child(parent_id) values ('p')");
    writeMigrations([CREATE, "DELETE FROM parent;"]);
    expect(() => {
      migrateDatabase(connection, folder);
    }).toThrow(/1 rows without their parents/);
  });
});
