CREATE TABLE `review_quotes` (
	`review_id` text NOT NULL,
	`position` integer NOT NULL,
	`reflection_id` text NOT NULL,
	`words` text NOT NULL,
	`salt` text NOT NULL,
	PRIMARY KEY(`review_id`, `position`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_quotes_position" CHECK("review_quotes"."position" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_quotes_reflection` ON `review_quotes` (`reflection_id`);