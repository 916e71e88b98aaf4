CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`asked_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_on` text NOT NULL,
	`answered_on` text,
	`taken_as_id` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_as_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handovers_state" CHECK("handovers"."state" in ('asked', 'accepted', 'refused', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_once` ON `handovers` (`assignment_id`,`asked_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_one_asked` ON `handovers` (`assignment_id`) WHERE "handovers"."state" = 'asked';--> statement-breakpoint
CREATE INDEX `handovers_asked` ON `handovers` (`asked_id`,`state`);