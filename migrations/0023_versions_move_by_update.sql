-- Handing in moves some fifty counts of a month that has its version already: to ask each time whether it has one took two fifths of counting.
DROP TRIGGER `version_of_recounted`;
--> statement-breakpoint
CREATE TRIGGER `version_of_recounted` AFTER UPDATE ON `answer_counts`
BEGIN
	UPDATE `count_versions` SET `version` = `version` + 1 WHERE `month` = old.`month`;
END;
--> statement-breakpoint
CREATE TRIGGER `version_of_moved` AFTER UPDATE OF `month` ON `answer_counts`
BEGIN
	INSERT INTO `count_versions` (`month`, `version`) VALUES (new.`month`, 1) ON CONFLICT DO UPDATE SET `version` = `version` + 1;
END;
