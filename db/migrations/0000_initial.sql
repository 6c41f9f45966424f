CREATE TABLE `models` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`status_detail` text,
	`file_path` text,
	`file_bytes` integer,
	`file_sha256` text,
	`licence` text,
	`base_url` text,
	`remote_name` text,
	`api_key` text,
	`script` text,
	`max_concurrency` integer,
	`downloaded_bytes` integer DEFAULT 0 NOT NULL,
	`capabilities` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `models_name_unique` ON `models` (`name`);--> statement-breakpoint
CREATE TABLE `problem_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`licence` text,
	`problem_count` integer DEFAULT 0 NOT NULL,
	`duplicate_count` integer DEFAULT 0 NOT NULL,
	`fault_count` integer DEFAULT 0 NOT NULL,
	`faults` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_sets_name_unique` ON `problem_sets` (`name`);--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`external_id` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	`answer` text NOT NULL,
	`solution` text,
	`level` text,
	`subject` text,
	`source` text,
	`fingerprint` text NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problems_set_external_idx` ON `problems` (`set_id`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `problems_set_position_idx` ON `problems` (`set_id`,`position`);--> statement-breakpoint
CREATE INDEX `problems_fingerprint_idx` ON `problems` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`purpose` text NOT NULL,
	`role` text NOT NULL,
	`model_id` text NOT NULL,
	`prompt_hash` text NOT NULL,
	`prefix` text NOT NULL,
	`depth` integer NOT NULL,
	`samples_wanted` integer NOT NULL,
	`temperature` real NOT NULL,
	`top_p` real NOT NULL,
	`max_tokens` integer NOT NULL,
	`stop` text NOT NULL,
	`ordinal` integer NOT NULL,
	`status` text NOT NULL,
	`error_kind` text,
	`error_message` text,
	`samples` text NOT NULL,
	`prompt_tokens` integer NOT NULL,
	`generated_tokens` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prompt_hash`) REFERENCES `prompts`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calls_problem_idx` ON `calls` (`run_id`,`problem_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `calls_run_idx` ON `calls` (`run_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `calls_error_idx` ON `calls` (`run_id`,`status`,`error_kind`);--> statement-breakpoint
CREATE TABLE `chains` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`origin` text NOT NULL,
	`role` text NOT NULL,
	`call_id` text NOT NULL,
	`sample_index` integer NOT NULL,
	`prefix` text NOT NULL,
	`steps` text NOT NULL,
	`terminal` text NOT NULL,
	`verdict` text NOT NULL,
	`extracted` text,
	`rule` text NOT NULL,
	`tokens` integer NOT NULL,
	`mean_logprob` real,
	`first_wrong_step` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chains_problem_idx` ON `chains` (`run_id`,`problem_id`,`position`);--> statement-breakpoint
CREATE INDEX `chains_call_idx` ON `chains` (`call_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`wrong_chain_id` text NOT NULL,
	`call_id` text NOT NULL,
	`sample_index` integer NOT NULL,
	`claimed_step` integer,
	`explanation` text,
	`reply` text NOT NULL,
	`chain_id` text,
	`accepted` integer NOT NULL,
	`refused_by` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wrong_chain_id`) REFERENCES `chains`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chain_id`) REFERENCES `chains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_problem_idx` ON `corrections` (`run_id`,`problem_id`,`position`);--> statement-breakpoint
CREATE TABLE `pair_drops` (
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`rule` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`run_id`, `problem_id`, `stage`, `rule`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`level` text NOT NULL,
	`prefix` text NOT NULL,
	`prefix_steps` integer NOT NULL,
	`chosen` text NOT NULL,
	`rejected` text NOT NULL,
	`chosen_chain_id` text NOT NULL,
	`rejected_chain_id` text NOT NULL,
	`correction_id` text,
	`first_wrong_step` integer,
	`q_chosen` real NOT NULL,
	`q_rejected` real NOT NULL,
	`margin` real NOT NULL,
	`rollouts` integer NOT NULL,
	`similarity` real NOT NULL,
	`rejected_truncated` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_chain_id`) REFERENCES `chains`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rejected_chain_id`) REFERENCES `chains`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pairs_run_idx` ON `pairs` (`run_id`,`stage`);--> statement-breakpoint
CREATE INDEX `pairs_problem_idx` ON `pairs` (`run_id`,`problem_id`,`position`);--> statement-breakpoint
CREATE TABLE `prompts` (
	`hash` text PRIMARY KEY NOT NULL,
	`messages` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `run_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`at` integer NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`problem_id` text,
	`message` text NOT NULL,
	`data` text,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `run_events_run_idx` ON `run_events` (`run_id`,`id`);--> statement-breakpoint
CREATE TABLE `run_problems` (
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`bucket` text,
	`error` text,
	`rendered_prompt` text,
	`saved_stages` text NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`run_id`, `problem_id`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `run_problems_status_idx` ON `run_problems` (`run_id`,`status`,`position`);--> statement-breakpoint
CREATE INDEX `run_problems_position_idx` ON `run_problems` (`run_id`,`position`);--> statement-breakpoint
CREATE TABLE `run_rates` (
	`run_id` text NOT NULL,
	`at` integer NOT NULL,
	`tokens_per_second` real NOT NULL,
	PRIMARY KEY(`run_id`, `at`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`retry_at` integer,
	`launch` text NOT NULL,
	`policy_model_id` text NOT NULL,
	`small_model_id` text,
	`problem_set_id` text NOT NULL,
	`problem_count` integer NOT NULL,
	`grader_version` text NOT NULL,
	`prompt_version` text NOT NULL,
	`lease_id` text,
	`lease_expires_at` integer,
	`live` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`active_ms` integer DEFAULT 0 NOT NULL,
	`call_count` integer DEFAULT 0 NOT NULL,
	`failed_call_count` integer DEFAULT 0 NOT NULL,
	`prompt_tokens` integer DEFAULT 0 NOT NULL,
	`generated_tokens` integer DEFAULT 0 NOT NULL,
	`problems_done` integer DEFAULT 0 NOT NULL,
	`problems_failed` integer DEFAULT 0 NOT NULL,
	`pair_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`policy_model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`small_model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_set_id`) REFERENCES `problem_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `runs_status_idx` ON `runs` (`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `tree_nodes` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`parent_id` text,
	`depth` integer NOT NULL,
	`step` text NOT NULL,
	`visits` integer NOT NULL,
	`wins` integer NOT NULL,
	`value` real,
	`terminal` text,
	`verdict` text,
	`chain_id` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tree_nodes_problem_idx` ON `tree_nodes` (`run_id`,`problem_id`,`position`);--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`pid` integer NOT NULL,
	`started_at` integer NOT NULL,
	`heartbeat_at` integer NOT NULL
);
