CREATE TABLE `contamination_checks` (
	`set_id` text NOT NULL,
	`benchmark_id` text NOT NULL,
	`set_sha256` text NOT NULL,
	`benchmark_sha256` text NOT NULL,
	`detector_version` text NOT NULL,
	`checked_at` integer NOT NULL,
	`match_count` integer NOT NULL,
	PRIMARY KEY(`set_id`, `benchmark_id`),
	FOREIGN KEY (`set_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`benchmark_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `contamination_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`match_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contamination_decisions_match_idx` ON `contamination_decisions` (`match_id`,`id`);--> statement-breakpoint
CREATE TABLE `contamination_matches` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`benchmark_id` text NOT NULL,
	`benchmark_problem_id` text NOT NULL,
	`kind` text NOT NULL,
	`similarity` real NOT NULL,
	`shared_words` integer NOT NULL,
	`found_at` integer NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`benchmark_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`benchmark_problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contamination_matches_pair_idx` ON `contamination_matches` (`problem_id`,`benchmark_problem_id`);--> statement-breakpoint
CREATE INDEX `contamination_matches_set_idx` ON `contamination_matches` (`set_id`,`benchmark_id`);--> statement-breakpoint
CREATE TABLE `answer_rulings` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`answer` text NOT NULL,
	`correct` integer,
	`reason` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_rulings_problem_idx` ON `answer_rulings` (`problem_id`,`at`);--> statement-breakpoint
CREATE TABLE `evaluation_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`pass` text NOT NULL,
	`first_sample` integer NOT NULL,
	`samples_wanted` integer NOT NULL,
	`prompt_hash` text NOT NULL,
	`temperature` real NOT NULL,
	`top_p` real NOT NULL,
	`max_tokens` integer NOT NULL,
	`status` text NOT NULL,
	`error_kind` text,
	`error_message` text,
	`samples` text NOT NULL,
	`prompt_tokens` integer NOT NULL,
	`generated_tokens` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prompt_hash`) REFERENCES `prompts`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_calls_problem_idx` ON `evaluation_calls` (`evaluation_id`,`problem_id`);--> statement-breakpoint
CREATE TABLE `evaluation_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`evaluation_id` text NOT NULL,
	`at` integer NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`problem_id` text,
	`message` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evaluation_events_idx` ON `evaluation_events` (`evaluation_id`,`id`);--> statement-breakpoint
CREATE TABLE `evaluation_items` (
	`evaluation_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`error` text,
	`ended_at` integer,
	PRIMARY KEY(`evaluation_id`, `problem_id`),
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_items_status_idx` ON `evaluation_items` (`evaluation_id`,`status`,`position`);--> statement-breakpoint
CREATE INDEX `evaluation_items_problem_idx` ON `evaluation_items` (`problem_id`);--> statement-breakpoint
CREATE TABLE `evaluation_scores` (
	`evaluation_id` text NOT NULL,
	`grader_version` text NOT NULL,
	`score` text NOT NULL,
	`computed_at` integer NOT NULL,
	PRIMARY KEY(`evaluation_id`, `grader_version`),
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evaluation_verdicts` (
	`call_id` text NOT NULL,
	`sample_index` integer NOT NULL,
	`grader_version` text NOT NULL,
	`evaluation_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`verdict` text NOT NULL,
	`extracted` text,
	`rule` text NOT NULL,
	PRIMARY KEY(`call_id`, `sample_index`, `grader_version`),
	FOREIGN KEY (`call_id`) REFERENCES `evaluation_calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_verdicts_idx` ON `evaluation_verdicts` (`evaluation_id`,`grader_version`,`problem_id`);--> statement-breakpoint
CREATE TABLE `evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`retry_at` integer,
	`lease_id` text,
	`lease_expires_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`active_ms` integer DEFAULT 0 NOT NULL,
	`live` text,
	`model_id` text NOT NULL,
	`model` text NOT NULL,
	`problem_set_id` text NOT NULL,
	`benchmark_sha256` text NOT NULL,
	`benchmark_size` integer NOT NULL,
	`item_count` integer NOT NULL,
	`subset_seed` integer,
	`items_sha256` text NOT NULL,
	`preset` text NOT NULL,
	`protocol` text NOT NULL,
	`rendered_prompt` text,
	`grader_version` text NOT NULL,
	`rescore_to` text,
	`priority` integer DEFAULT 0 NOT NULL,
	`batch_id` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`call_count` integer DEFAULT 0 NOT NULL,
	`failed_call_count` integer DEFAULT 0 NOT NULL,
	`prompt_tokens` integer DEFAULT 0 NOT NULL,
	`generated_tokens` integer DEFAULT 0 NOT NULL,
	`items_done` integer DEFAULT 0 NOT NULL,
	`items_failed` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_set_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluations_status_idx` ON `evaluations` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `evaluations_model_idx` ON `evaluations` (`model_id`,`problem_set_id`);--> statement-breakpoint
ALTER TABLE `models` ADD `parent_model_id` text;--> statement-breakpoint
ALTER TABLE `models` ADD `round` integer;--> statement-breakpoint
ALTER TABLE `models` ADD `trained_on_run_ids` text;--> statement-breakpoint
ALTER TABLE `problem_sets` ADD `items_sha256` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `grading` text;