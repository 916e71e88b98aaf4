CREATE TABLE `participation_counts` (
	`breakdown` text NOT NULL,
	`slice` text NOT NULL,
	`to_day` text NOT NULL,
	`reflected` integer NOT NULL,
	`due` integer NOT NULL,
	PRIMARY KEY(`breakdown`, `slice`, `to_day`),
	CONSTRAINT "participation_counts_breakdown" CHECK("participation_counts"."breakdown" in ('all', 'program', 'touchpoint', 'scenario')),
	CONSTRAINT "participation_counts_within" CHECK("participation_counts"."reflected" between 0 and "participation_counts"."due")
) STRICT;
--> statement-breakpoint
CREATE TABLE `rebases` (
	`id` text PRIMARY KEY NOT NULL,
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`reason` text NOT NULL,
	`noted_on` text NOT NULL,
	`noted_by` text NOT NULL,
	`withdrawn_on` text,
	FOREIGN KEY (`noted_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rebases_month` ON `rebases` (`measure`,`month`) WHERE "rebases"."withdrawn_on" is null;
--> statement-breakpoint
CREATE TRIGGER `participation_of_new` AFTER INSERT ON `assignments` WHEN new.`origin` <> 'own_initiative' AND new.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
BEGIN
	INSERT INTO `participation_counts` (`breakdown`, `slice`, `to_day`, `reflected`, `due`)
	SELECT `column1`, `column2`, new.`to_day`, new.`state` = 'reflected', 1 FROM (
		VALUES ('all', ''), ('program', coalesce(new.`program_id`, '')), ('touchpoint', new.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = new.`scenario_version_id`), ''))
	) WHERE true
	ON CONFLICT DO UPDATE SET `reflected` = `reflected` + excluded.`reflected`, `due` = `due` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `participation_of_gone` AFTER DELETE ON `assignments` WHEN old.`origin` <> 'own_initiative' AND old.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
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
CREATE TRIGGER `participation_before_change` AFTER UPDATE OF `program_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `to_day`, `state` ON `assignments` WHEN old.`origin` <> 'own_initiative' AND old.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
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
CREATE TRIGGER `participation_after_change` AFTER UPDATE OF `program_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `to_day`, `state` ON `assignments` WHEN new.`origin` <> 'own_initiative' AND new.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled')
BEGIN
	INSERT INTO `participation_counts` (`breakdown`, `slice`, `to_day`, `reflected`, `due`)
	SELECT `column1`, `column2`, new.`to_day`, new.`state` = 'reflected', 1 FROM (
		VALUES ('all', ''), ('program', coalesce(new.`program_id`, '')), ('touchpoint', new.`touchpoint_id`),
			('scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = new.`scenario_version_id`), ''))
	) WHERE true
	ON CONFLICT DO UPDATE SET `reflected` = `reflected` + excluded.`reflected`, `due` = `due` + 1;
END;
--> statement-breakpoint
INSERT INTO `participation_counts` (`breakdown`, `slice`, `to_day`, `reflected`, `due`)
SELECT `column1`, `column2`, `to_day`, sum(`state` = 'reflected'), count(*) FROM (
	SELECT 'all' AS `column1`, '' AS `column2`, `to_day`, `origin`, `state` FROM `assignments`
	UNION ALL SELECT 'program', coalesce(`program_id`, ''), `to_day`, `origin`, `state` FROM `assignments`
	UNION ALL SELECT 'touchpoint', `touchpoint_id`, `to_day`, `origin`, `state` FROM `assignments`
	UNION ALL SELECT 'scenario', coalesce((SELECT `scenario_id` FROM `scenario_versions` WHERE `id` = `scenario_version_id`), ''), `to_day`, `origin`, `state` FROM `assignments`
) AS `counted` WHERE `counted`.`origin` <> 'own_initiative' AND `counted`.`state` NOT IN ('planned', 'handed_over', 'excused', 'cancelled') GROUP BY 1, 2, 3;
