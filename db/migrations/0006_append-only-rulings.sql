CREATE TRIGGER `contamination_decisions_no_update` BEFORE UPDATE ON `contamination_decisions` BEGIN SELECT RAISE(ABORT, 'decisions on overlaps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contamination_decisions_no_delete` BEFORE DELETE ON `contamination_decisions` BEGIN SELECT RAISE(ABORT, 'decisions on overlaps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `answer_rulings_no_update` BEFORE UPDATE ON `answer_rulings` BEGIN SELECT RAISE(ABORT, 'rulings are append-only'); END;
