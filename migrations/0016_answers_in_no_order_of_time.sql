-- What a contact answers to a follow-up, and what staff answer to a page, must not tell by a row's number which came first on a day.
CREATE TABLE `__new_retest_answers` (
	`retest_id` text NOT NULL,
	`reflection_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`retest_id`, `reflection_id`),
	FOREIGN KEY (`retest_id`) REFERENCES `retests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retest_answers_answer" CHECK("__new_retest_answers"."answer" in ('yes', 'partly', 'no', 'could_not_tell'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_retest_answers` (`retest_id`, `reflection_id`, `answer`) SELECT `retest_id`, `reflection_id`, `answer` FROM `retest_answers`;
--> statement-breakpoint
DROP TABLE `retest_answers`;
--> statement-breakpoint
ALTER TABLE `__new_retest_answers` RENAME TO `retest_answers`;
--> statement-breakpoint
CREATE INDEX `retest_answers_reflection` ON `retest_answers` (`reflection_id`);
--> statement-breakpoint
CREATE TABLE `__new_heard_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`heard_id` text NOT NULL,
	`words` text NOT NULL,
	`received_on` text NOT NULL,
	`read_on` text,
	FOREIGN KEY (`heard_id`) REFERENCES `heard_pages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_heard_replies` (`id`, `heard_id`, `words`, `received_on`, `read_on`) SELECT `id`, `heard_id`, `words`, `received_on`, `read_on` FROM `heard_replies`;
--> statement-breakpoint
DROP TABLE `heard_replies`;
--> statement-breakpoint
ALTER TABLE `__new_heard_replies` RENAME TO `heard_replies`;
--> statement-breakpoint
CREATE INDEX `heard_replies_page` ON `heard_replies` (`heard_id`,`received_on`);
