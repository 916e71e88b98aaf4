CREATE TABLE `context_notes` (
	`reflection_id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`added_on` text NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `own_answers` (
	`reflection_id` text NOT NULL,
	`question_version_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `question_version_id`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_version_id`) REFERENCES `program_questions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_answers_question` ON `own_answers` (`question_version_id`);--> statement-breakpoint
CREATE TABLE `program_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`choices` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "program_questions_kind" CHECK("program_questions"."kind" in ('choice', 'scale', 'text'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `program_questions_number` ON `program_questions` (`question_id`,`number`);--> statement-breakpoint
CREATE INDEX `program_questions_program` ON `program_questions` (`program_id`,`position`);--> statement-breakpoint
CREATE TABLE `reflection_releases` (
	`reflection_id` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'unreleased' NOT NULL,
	`written_on` text NOT NULL,
	`left_to_lead` integer DEFAULT false NOT NULL,
	`decided_on` text,
	`decided_by` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflection_releases_state" CHECK("reflection_releases"."state" in ('unreleased', 'released', 'held')),
	CONSTRAINT "reflection_releases_decided" CHECK(("reflection_releases"."state" = 'unreleased') = ("reflection_releases"."decided_on" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reflection_releases_waiting` ON `reflection_releases` (`state`,`left_to_lead`,`written_on`);--> statement-breakpoint
ALTER TABLE `reflections` ADD `cover_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
INSERT INTO `reflection_releases` (`reflection_id`, `written_on`) SELECT `id`, coalesce((SELECT max(`changed_on`) FROM `reflection_versions` WHERE `reflection_versions`.`reflection_id` = `reflections`.`id`), `handed_in_on`) FROM `reflections`;
