-- Words of review items. `rowid` is the item's number; the text itself lives in the runs' tables.
CREATE VIRTUAL TABLE `review_text` USING fts5(`body`, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `review_items_text_delete` AFTER DELETE ON `review_items` BEGIN
  DELETE FROM `review_text` WHERE `rowid` = old.`number`;
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `review_acts_no_update` BEFORE UPDATE ON `review_acts` BEGIN SELECT RAISE(ABORT, 'review acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `review_acts_no_delete` BEFORE DELETE ON `review_acts` BEGIN SELECT RAISE(ABORT, 'review acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `review_decisions_no_update` BEFORE UPDATE ON `review_decisions` BEGIN SELECT RAISE(ABORT, 'review decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `review_decisions_no_delete` BEFORE DELETE ON `review_decisions` BEGIN SELECT RAISE(ABORT, 'review decisions are append-only'); END;
