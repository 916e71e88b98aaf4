ALTER TABLE `programs` ADD `runs_itself` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `programs` ADD `plan_days_ahead` integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE `programs` ADD `publish_days_ahead` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `programs` ADD `end_confirmed_on` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `held_on` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `program_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `version` integer DEFAULT 1 NOT NULL;