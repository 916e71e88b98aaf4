CREATE TABLE `review_authors` (
	`review_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`review_id`, `member_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`written_on` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_comments_review` ON `review_comments` (`review_id`);--> statement-breakpoint
CREATE TABLE `review_stories` (
	`review_id` text NOT NULL,
	`text_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`review_id`, `text_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`corrects` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`summary` text NOT NULL,
	`decisions` text DEFAULT '' NOT NULL,
	`sections` text NOT NULL,
	`drafted_on` text NOT NULL,
	`submitted_on` text,
	`submitted_by` text,
	`signed_on` text,
	`signed_by` text,
	`number` integer,
	`content` text,
	`fingerprint` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`submitted_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_state" CHECK("reviews"."state" in ('draft', 'submitted', 'signed')),
	CONSTRAINT "reviews_submitted" CHECK(("reviews"."state" = 'draft') = ("reviews"."content" is null) and ("reviews"."state" = 'draft') = ("reviews"."submitted_by" is null)),
	CONSTRAINT "reviews_signed" CHECK(("reviews"."state" = 'signed') = ("reviews"."number" is not null) and ("reviews"."state" = 'signed') = ("reviews"."signed_by" is not null) and ("reviews"."state" = 'signed') = ("reviews"."fingerprint" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_edition` ON `reviews` (`quarter`,`edition`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_number` ON `reviews` (`number`) WHERE "reviews"."number" is not null;