CREATE TABLE `followup_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`followup_id` text NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`written_on` text NOT NULL,
	FOREIGN KEY (`followup_id`) REFERENCES `followups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `followup_notes_followup` ON `followup_notes` (`followup_id`);--> statement-breakpoint
CREATE TABLE `followups` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cause` text,
	`commitment` text NOT NULL,
	`touchpoint_id` text,
	`reflection_id` text,
	`measure` text,
	`standard_id` text,
	`month` text,
	`owner_id` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_on` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`done_on` text,
	`for_customers` text DEFAULT '' NOT NULL,
	`for_company` text DEFAULT '' NOT NULL,
	`for_colleagues` text DEFAULT '' NOT NULL,
	`dropped_on` text,
	`dropped_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "followups_kind" CHECK("followups"."kind" in ('fix', 'coach', 'celebrate')),
	CONSTRAINT "followups_cause" CHECK(case when "followups"."cause" is null then "followups"."kind" = 'celebrate' else "followups"."cause" in ('policy', 'system', 'hand_off', 'staffing', 'knowledge', 'wording') end),
	CONSTRAINT "followups_state" CHECK("followups"."state" in ('open', 'done', 'dropped')),
	CONSTRAINT "followups_done" CHECK(("followups"."state" = 'done') = ("followups"."done_on" is not null)),
	CONSTRAINT "followups_dropped" CHECK(("followups"."state" = 'dropped') = ("followups"."dropped_on" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `followups_owner` ON `followups` (`owner_id`,`state`);--> statement-breakpoint
CREATE INDEX `followups_touchpoint` ON `followups` (`touchpoint_id`,`state`);--> statement-breakpoint
CREATE INDEX `followups_reflection` ON `followups` (`reflection_id`);--> statement-breakpoint
CREATE TABLE `heard_followups` (
	`heard_id` text NOT NULL,
	`followup_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`heard_id`, `followup_id`),
	FOREIGN KEY (`heard_id`) REFERENCES `heard_pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`followup_id`) REFERENCES `followups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `heard_pages` (
	`id` text PRIMARY KEY NOT NULL,
	`touchpoint_id` text NOT NULL,
	`quarter` text NOT NULL,
	`opening` text DEFAULT '' NOT NULL,
	`published_on` text,
	`published_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "heard_pages_published" CHECK(("heard_pages"."published_on" is null) = ("heard_pages"."published_by" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `heard_pages_quarter` ON `heard_pages` (`touchpoint_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `heard_quotes` (
	`heard_id` text NOT NULL,
	`reflection_id` text NOT NULL,
	`field` text NOT NULL,
	`part` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`heard_id`, `reflection_id`, `field`),
	FOREIGN KEY (`heard_id`) REFERENCES `heard_pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "heard_quotes_field" CHECK("heard_quotes"."field" in ('well_done', 'story', 'phrase')),
	CONSTRAINT "heard_quotes_part" CHECK("heard_quotes"."part" in ('praise', 'hard'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `heard_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`heard_id` text NOT NULL,
	`words` text NOT NULL,
	`received_on` text NOT NULL,
	`read_on` text,
	FOREIGN KEY (`heard_id`) REFERENCES `heard_pages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `heard_replies_page` ON `heard_replies` (`heard_id`,`received_on`);--> statement-breakpoint
CREATE TABLE `public_links` (
	`id` text PRIMARY KEY NOT NULL,
	`heard_id` text,
	`token_hash` text NOT NULL,
	`made_by` text NOT NULL,
	`made_on` text NOT NULL,
	`revoked_on` text,
	FOREIGN KEY (`heard_id`) REFERENCES `heard_pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_links_token` ON `public_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `public_links_page` ON `public_links` (`heard_id`);--> statement-breakpoint
CREATE TABLE `retest_answers` (
	`retest_id` text NOT NULL,
	`reflection_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`retest_id`, `reflection_id`),
	FOREIGN KEY (`retest_id`) REFERENCES `retests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retest_answers_answer" CHECK("retest_answers"."answer" in ('yes', 'partly', 'no', 'could_not_tell'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `retest_answers_reflection` ON `retest_answers` (`reflection_id`);--> statement-breakpoint
CREATE TABLE `retests` (
	`id` text PRIMARY KEY NOT NULL,
	`followup_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`question` text NOT NULL,
	`from_day` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_on` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`followup_id`) REFERENCES `followups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `retests_touchpoint` ON `retests` (`touchpoint_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `retests_followup` ON `retests` (`followup_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `retests_one_waiting` ON `retests` (`followup_id`,`touchpoint_id`) WHERE "retests"."ended_on" is null;--> statement-breakpoint
CREATE TABLE `staff_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`written_by` text NOT NULL,
	`written_on` text NOT NULL,
	`published_on` text,
	`published_by` text,
	`ended_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_notices_published" CHECK(("staff_notices"."published_on" is null) = ("staff_notices"."published_by" is null)),
	CONSTRAINT "staff_notices_ended" CHECK("staff_notices"."ended_on" is null or "staff_notices"."published_on" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_one_draft` ON `staff_notices` ("published_on" is null) WHERE "staff_notices"."published_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_one_in_force` ON `staff_notices` ("ended_on" is null) WHERE "staff_notices"."published_on" is not null and "staff_notices"."ended_on" is null;