CREATE TABLE `calendar_entries` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`cancelled` integer NOT NULL,
	`changed_on` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_entries_uid` ON `calendar_entries` (`uid`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`made_on` text NOT NULL,
	`fetched_on` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_name` ON `calendar_feeds` (`member_id`,lower("name"));--> statement-breakpoint
CREATE TABLE `letter_choices` (
	`member_id` text PRIMARY KEY NOT NULL,
	`declined` text NOT NULL,
	`quiet_from` text NOT NULL,
	`quiet_until` text NOT NULL,
	`weekends` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
