import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { millis } from "./columns";

/** Worker processes on this data folder and when each was last heard. */
export const workers = sqliteTable("workers", {
  id: text("id").primaryKey(),
  pid: integer("pid").notNull(),
  startedAt: millis("started_at").notNull(),
  heartbeatAt: millis("heartbeat_at").notNull(),
});
