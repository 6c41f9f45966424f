CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user_idx` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`input` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_actor_idx` ON `audit_log` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_action_idx` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`label` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`used_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_key_unique` ON `rate_limits` (`key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user_idx` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `user_preferences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'reader' NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier_idx` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `campaign_items` (
	`campaign_id` text NOT NULL,
	`item_number` integer NOT NULL,
	`rank` real NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided` integer DEFAULT 0 NOT NULL,
	`assigned_to` text,
	`lease_id` text,
	`lease_user_id` text,
	`lease_expires_at` integer,
	PRIMARY KEY(`campaign_id`, `item_number`),
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_to`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaign_items_next_idx` ON `campaign_items` (`campaign_id`,`state`,`rank`);--> statement-breakpoint
CREATE INDEX `campaign_items_assigned_idx` ON `campaign_items` (`campaign_id`,`assigned_to`,`state`,`rank`);--> statement-breakpoint
CREATE INDEX `campaign_items_lease_idx` ON `campaign_items` (`lease_id`);--> statement-breakpoint
CREATE INDEX `campaign_items_item_idx` ON `campaign_items` (`item_number`);--> statement-breakpoint
CREATE TABLE `chain_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`act_seq` integer NOT NULL,
	`item_number` integer NOT NULL,
	`chain` text NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`steps` text NOT NULL,
	`verdict` text NOT NULL,
	`extracted` text,
	`rule` text NOT NULL,
	`grader_version` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`act_seq`) REFERENCES `review_acts`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chain_versions_item_idx` ON `chain_versions` (`item_number`,`chain`);--> statement-breakpoint
CREATE TABLE `problem_flags` (
	`problem_id` text NOT NULL,
	`user_id` text NOT NULL,
	`act_seq` integer NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`problem_id`, `user_id`),
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act_seq`) REFERENCES `review_acts`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_acts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`campaign_id` text,
	`target` integer,
	`item_number` integer,
	`problem_id` text,
	`flagged` integer,
	`note` text,
	`item_count` integer NOT NULL,
	`summary` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_acts_id_unique` ON `review_acts` (`id`);--> statement-breakpoint
CREATE INDEX `review_acts_user_idx` ON `review_acts` (`user_id`,`seq`);--> statement-breakpoint
CREATE INDEX `review_acts_target_idx` ON `review_acts` (`target`,`seq`);--> statement-breakpoint
CREATE INDEX `review_acts_item_idx` ON `review_acts` (`item_number`,`seq`);--> statement-breakpoint
CREATE TABLE `review_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`seed` integer NOT NULL,
	`overlap` integer NOT NULL,
	`blind` integer NOT NULL,
	`gold_every` integer,
	`judge_model_id` text,
	`guidelines_version` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`judge_model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_campaigns_name_unique` ON `review_campaigns` (`name`);--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`act_seq` integer NOT NULL,
	`campaign_id` text NOT NULL,
	`item_number` integer NOT NULL,
	`user_id` text NOT NULL,
	`verdict` text NOT NULL,
	`blind` integer NOT NULL,
	`chosen_side` text NOT NULL,
	`chosen_first_wrong` integer,
	`rejected_first_wrong` integer,
	`reasons` text NOT NULL,
	`note` text NOT NULL,
	`chosen_version_id` text,
	`rejected_version_id` text,
	`took_suggestion` integer NOT NULL,
	`adjudication` integer NOT NULL,
	`guidelines_version` integer NOT NULL,
	`duration_ms` integer,
	`before` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`act_seq`) REFERENCES `review_acts`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_decisions_act_idx` ON `review_decisions` (`act_seq`);--> statement-breakpoint
CREATE INDEX `review_decisions_item_idx` ON `review_decisions` (`item_number`);--> statement-breakpoint
CREATE TABLE `review_gold` (
	`item_number` integer PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_guidelines` (
	`campaign_id` text NOT NULL,
	`version` integer NOT NULL,
	`markdown` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `version`),
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_items` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`pair_id` text,
	`correction_id` text,
	`run_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`stage` text NOT NULL,
	`bucket` text,
	`level` text,
	`subject` text,
	`margin` real,
	`rollouts` integer,
	`length` integer NOT NULL,
	`length_difference` integer,
	`pair_level` text,
	`valued_by` text,
	`refused_by` text,
	`machine_accepted` integer,
	`doubt` real NOT NULL,
	`shuffle` integer NOT NULL,
	`outcome` text DEFAULT 'undecided' NOT NULL,
	`decision_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`pair_id`) REFERENCES `pairs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_items_pair_id_unique` ON `review_items` (`pair_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_items_correction_id_unique` ON `review_items` (`correction_id`);--> statement-breakpoint
CREATE INDEX `review_items_doubt_idx` ON `review_items` (`doubt`,`number`);--> statement-breakpoint
CREATE INDEX `review_items_run_idx` ON `review_items` (`run_id`,`doubt`);--> statement-breakpoint
CREATE INDEX `review_items_outcome_idx` ON `review_items` (`outcome`,`doubt`);--> statement-breakpoint
CREATE INDEX `review_items_kind_idx` ON `review_items` (`kind`,`stage`,`doubt`);--> statement-breakpoint
CREATE INDEX `review_items_level_idx` ON `review_items` (`level`);--> statement-breakpoint
CREATE INDEX `review_items_subject_idx` ON `review_items` (`subject`);--> statement-breakpoint
CREATE INDEX `review_items_problem_idx` ON `review_items` (`problem_id`);--> statement-breakpoint
CREATE TABLE `review_leases` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`item_number` integer NOT NULL,
	`user_id` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_leases_item_idx` ON `review_leases` (`campaign_id`,`item_number`,`user_id`);--> statement-breakpoint
CREATE INDEX `review_leases_user_idx` ON `review_leases` (`campaign_id`,`user_id`,`item_number`);--> statement-breakpoint
CREATE INDEX `review_leases_number_idx` ON `review_leases` (`item_number`);--> statement-breakpoint
CREATE TABLE `review_reasons` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`help` text NOT NULL,
	`position` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `review_standing` (
	`campaign_id` text NOT NULL,
	`item_number` integer NOT NULL,
	`user_id` text NOT NULL,
	`decision_seq` integer NOT NULL,
	`verdict` text NOT NULL,
	`adjudication` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `item_number`, `user_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_seq`) REFERENCES `review_decisions`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_standing_user_idx` ON `review_standing` (`user_id`,`campaign_id`);--> statement-breakpoint
CREATE INDEX `review_standing_item_idx` ON `review_standing` (`item_number`);--> statement-breakpoint
CREATE INDEX `review_standing_decision_idx` ON `review_standing` (`decision_seq`);--> statement-breakpoint
CREATE TABLE `review_suggestions` (
	`item_number` integer NOT NULL,
	`model_id` text NOT NULL,
	`score` real,
	`error` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_number`, `model_id`),
	FOREIGN KEY (`item_number`) REFERENCES `review_items`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_views` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_views_name_idx` ON `review_views` (`user_id`,`name`);