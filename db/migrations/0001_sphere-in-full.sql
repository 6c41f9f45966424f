CREATE TABLE `measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`model_id` text NOT NULL,
	`kind` text NOT NULL,
	`values` text,
	`error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `demonstrations` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`chain_id` text NOT NULL,
	`completion` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chain_id`) REFERENCES `chains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `demonstrations_problem_idx` ON `demonstrations` (`run_id`,`problem_id`,`position`);--> statement-breakpoint
CREATE INDEX `demonstrations_chain_idx` ON `demonstrations` (`chain_id`);--> statement-breakpoint
CREATE TABLE `stage_reports` (
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`growth` text NOT NULL,
	`scoring` text,
	`control` text,
	`diversity` text,
	PRIMARY KEY(`run_id`, `problem_id`, `stage`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `models` ADD `replicas` text;--> statement-breakpoint
ALTER TABLE `models` ADD `binary_path` text;--> statement-breakpoint
ALTER TABLE `models` ADD `calibration` text;--> statement-breakpoint
ALTER TABLE `pairs` ADD `prompt` text;--> statement-breakpoint
ALTER TABLE `pairs` ADD `rendered_prompt` text;--> statement-breakpoint
ALTER TABLE `pairs` ADD `valued_by` text DEFAULT 'rollouts' NOT NULL;--> statement-breakpoint
ALTER TABLE `pairs` ADD `hinted` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `pairs_chosen_chain_idx` ON `pairs` (`chosen_chain_id`);--> statement-breakpoint
CREATE INDEX `pairs_rejected_chain_idx` ON `pairs` (`rejected_chain_id`);--> statement-breakpoint
CREATE INDEX `pairs_correction_idx` ON `pairs` (`correction_id`);--> statement-breakpoint
ALTER TABLE `runs` ADD `kind` text DEFAULT 'sphere' NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `scorer_model_id` text REFERENCES models(id);--> statement-breakpoint
ALTER TABLE `runs` ADD `cloned_from_id` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `priority` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `queue_rank` real;--> statement-breakpoint
ALTER TABLE `runs` ADD `estimate` text;--> statement-breakpoint
ALTER TABLE `tree_nodes` ADD `score` real;--> statement-breakpoint
ALTER TABLE `tree_nodes` ADD `reward` real;--> statement-breakpoint
ALTER TABLE `tree_nodes` ADD `pruned` text;--> statement-breakpoint
ALTER TABLE `tree_nodes` ADD `call_id` text;--> statement-breakpoint
ALTER TABLE `tree_nodes` ADD `sample_index` integer;--> statement-breakpoint
CREATE INDEX `corrections_wrong_chain_idx` ON `corrections` (`wrong_chain_id`);--> statement-breakpoint
CREATE INDEX `corrections_chain_idx` ON `corrections` (`chain_id`);--> statement-breakpoint
CREATE INDEX `corrections_call_idx` ON `corrections` (`call_id`);