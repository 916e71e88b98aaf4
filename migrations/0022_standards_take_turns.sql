-- How often each standard was asked, kept in step by triggers: whoever hands in does not wait until all earlier answers are counted.
CREATE TABLE `standard_turns` (
	`standard_id` text PRIMARY KEY NOT NULL,
	`times` integer NOT NULL,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "standard_turns_times" CHECK("standard_turns"."times" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `standard_turns` (`standard_id`, `times`) SELECT `standard_id`, count(*) FROM `reflection_standards` GROUP BY `standard_id`;
--> statement-breakpoint
CREATE TRIGGER `turn_of_asked` AFTER INSERT ON `reflection_standards`
BEGIN
	INSERT INTO `standard_turns` (`standard_id`, `times`) VALUES (new.`standard_id`, 1) ON CONFLICT DO UPDATE SET `times` = `times` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `turn_of_not_asked` AFTER DELETE ON `reflection_standards`
BEGIN
	UPDATE `standard_turns` SET `times` = `times` - 1 WHERE `standard_id` = old.`standard_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `turn_of_another` AFTER UPDATE OF `standard_id` ON `reflection_standards` WHEN old.`standard_id` <> new.`standard_id`
BEGIN
	UPDATE `standard_turns` SET `times` = `times` - 1 WHERE `standard_id` = old.`standard_id`;
	INSERT INTO `standard_turns` (`standard_id`, `times`) VALUES (new.`standard_id`, 1) ON CONFLICT DO UPDATE SET `times` = `times` + 1;
END;
