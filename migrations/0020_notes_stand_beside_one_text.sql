-- A note beside several texts of one reflection told that the same leader wrote them. Notes so far go to the story, or to the one text that was shared.
CREATE TABLE `__new_context_notes` (
	`reflection_id` text NOT NULL,
	`field` text NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`added_on` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `field`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "context_notes_field" CHECK("__new_context_notes"."field" in ('story', 'phrase', 'well_done', 'belief', 'business_reason', 'unsaid'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_context_notes` (`reflection_id`, `field`, `member_id`, `words`, `added_on`) SELECT `reflection_id`, coalesce((SELECT `field` FROM `published_texts` WHERE `published_texts`.`reflection_id` = `context_notes`.`reflection_id` ORDER BY `field` = 'story' DESC, `field` LIMIT 1), 'story'), `member_id`, `words`, `added_on` FROM `context_notes`;
--> statement-breakpoint
DROP TABLE `context_notes`;
--> statement-breakpoint
ALTER TABLE `__new_context_notes` RENAME TO `context_notes`;
