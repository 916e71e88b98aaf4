-- The counts of who took part stand in the order they are read in, without rows to be looked up beside them; and a change of an
-- assignment that counts nowhere else (open to contacted) changes no count, so that no page is made anew for it.
CREATE TABLE `__kept_participation_counts` AS SELECT * FROM `participation_counts`;
--> statement-breakpoint
DROP TABLE `participation_counts`;
--> statement-breakpoint
CREATE TABLE `participation_counts` (
	`breakdown` text NOT NULL,
	`slice` text NOT NULL,
	`to_day` text NOT NULL,
	`reflected` integer NOT NULL,
	`due` integer NOT NULL,
	PRIMARY KEY(`breakdown`, `slice`, `to_day`),
	CONSTRAINT "participation_counts_breakdown" CHECK("participation_counts"."breakdown" in ('all', 'program', 'touchpoint', 'scenario')),
	CONSTRAINT "participation_counts_within" CHECK("participation_counts"."reflected" between 0 and "participation_counts"."due")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `participation_counts` SELECT `breakdown`, `slice`, `to_day`, `reflected`, `due` FROM `__kept_participation_counts`;
--> statement-breakpoint
DROP TABLE `__kept_participation_counts`;
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
--> statement-breakpoint
DROP TRIGGER `participation_before_change`;
--> statement-breakpoint
DROP TRIGGER `participation_after_change`;
--> statement-breakpoint
CREATE TRIGGER `participation_of_reflected` AFTER UPDATE OF `state` ON `assignments`
WHEN old.`origin` <> 'own_initiative' AND old.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
	AND new.`origin` <> 'own_initiative' AND new.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
	AND (old.`program_id`, old.`touchpoint_id`, old.`scenario_version_id`, old.`to_day`) IS (new.`program_id`, new.`touchpoint_id`, new.`scenario_version_id`, new.`to_day`)
	AND (old.`state` = 'reflected') <> (new.`state` = 'reflected')
BEGIN
	UPDATE `participation_counts` SET `reflected` = `reflected` - (old.`state` = 'reflected') + (new.`state` = 'reflected')
	WHERE `to_day` = new.`to_day` AND (`breakdown`, `slice`) IN (
		VALUES ('all', ''), ('program', coalesce(new.`program_id`, '')), ('touchpoint', new.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = new.`scenario_version_id`), ''))
	);
END;
--> statement-breakpoint
CREATE TRIGGER `participation_before_change` AFTER UPDATE OF `program_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `to_day`, `state` ON `assignments`
WHEN old.`origin` <> 'own_initiative' AND old.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
	AND NOT (new.`origin` <> 'own_initiative' AND new.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
		AND (old.`program_id`, old.`touchpoint_id`, old.`scenario_version_id`, old.`to_day`) IS (new.`program_id`, new.`touchpoint_id`, new.`scenario_version_id`, new.`to_day`))
BEGIN
	UPDATE `participation_counts` SET `reflected` = `reflected` - (old.`state` = 'reflected'), `due` = `due` - 1
	WHERE `to_day` = old.`to_day` AND (`breakdown`, `slice`) IN (
		VALUES ('all', ''), ('program', coalesce(old.`program_id`, '')), ('touchpoint', old.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = old.`scenario_version_id`), ''))
	);
	DELETE FROM `participation_counts` WHERE `due` = 0 AND `to_day` = old.`to_day` AND (`breakdown`, `slice`) IN (
		VALUES ('all', ''), ('program', coalesce(old.`program_id`, '')), ('touchpoint', old.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = old.`scenario_version_id`), ''))
	);
END;
--> statement-breakpoint
CREATE TRIGGER `participation_after_change` AFTER UPDATE OF `program_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `to_day`, `state` ON `assignments`
WHEN new.`origin` <> 'own_initiative' AND new.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
	AND NOT (old.`origin` <> 'own_initiative' AND old.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
		AND (old.`program_id`, old.`touchpoint_id`, old.`scenario_version_id`, old.`to_day`) IS (new.`program_id`, new.`touchpoint_id`, new.`scenario_version_id`, new.`to_day`))
BEGIN
	INSERT INTO `participation_counts` (`breakdown`, `slice`, `to_day`, `reflected`, `due`)
	SELECT `column1`, `column2`, new.`to_day`, new.`state` = 'reflected', 1 FROM (
		VALUES ('all', ''), ('program', coalesce(new.`program_id`, '')), ('touchpoint', new.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = new.`scenario_version_id`), ''))
	) WHERE true
	ON CONFLICT DO UPDATE SET `reflected` = `reflected` + excluded.`reflected`, `due` = `due` + 1;
END;
