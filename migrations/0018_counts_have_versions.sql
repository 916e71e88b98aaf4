CREATE TABLE `count_versions` (
	`month` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `count_versions` (`month`, `version`) SELECT `month`, 1 FROM `answer_counts` UNION SELECT substr(`to_day`, 1, 7), 1 FROM `participation_counts`;
--> statement-breakpoint
CREATE TRIGGER `version_of_counted` AFTER INSERT ON `answer_counts`
BEGIN
	INSERT INTO `count_versions` (`month`, `version`) VALUES (new.`month`, 1) ON CONFLICT DO UPDATE SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_recounted` AFTER UPDATE ON `answer_counts`
BEGIN
	INSERT INTO `count_versions` (`month`, `version`) VALUES (new.`month`, 1) ON CONFLICT DO UPDATE SET `version` = `version` + 1;
	UPDATE `count_versions` SET `version` = `version` + 1 WHERE `month` = old.`month` AND old.`month` <> new.`month`;
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_uncounted` AFTER DELETE ON `answer_counts`
BEGIN
	UPDATE `count_versions` SET `version` = `version` + 1 WHERE `month` = old.`month`;
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_due` AFTER INSERT ON `participation_counts`
BEGIN
	INSERT INTO `count_versions` (`month`, `version`) VALUES (substr(new.`to_day`, 1, 7), 1) ON CONFLICT DO UPDATE SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_taken_part` AFTER UPDATE ON `participation_counts`
BEGIN
	INSERT INTO `count_versions` (`month`, `version`) VALUES (substr(new.`to_day`, 1, 7), 1) ON CONFLICT DO UPDATE SET `version` = `version` + 1;
	UPDATE `count_versions` SET `version` = `version` + 1 WHERE `month` = substr(old.`to_day`, 1, 7) AND substr(old.`to_day`, 1, 7) <> substr(new.`to_day`, 1, 7);
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_not_due` AFTER DELETE ON `participation_counts`
BEGIN
	UPDATE `count_versions` SET `version` = `version` + 1 WHERE `month` = substr(old.`to_day`, 1, 7);
END;
