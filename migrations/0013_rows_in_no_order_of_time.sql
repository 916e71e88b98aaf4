-- A row's number tells the order in which rows were written, and beside a row whose moment somebody knows, a time of day. Whatever is
-- written when somebody signs in, makes a contact or hands in is kept by its random id instead.
CREATE TABLE `__new_assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text,
	`program_id` text,
	`leader_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`scenario_version_id` text,
	`origin` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`daypart` text,
	`state` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`contacted_on` text,
	`counts` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scenario_version_id`) REFERENCES `scenario_versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_window" CHECK("__new_assignments"."to_day" >= "__new_assignments"."from_day"),
	CONSTRAINT "assignments_state" CHECK("__new_assignments"."state" in ('planned', 'open', 'contacted', 'reflected', 'handed_over', 'declined', 'missed', 'excused', 'cancelled'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_assignments` (`id`, `round_id`, `program_id`, `leader_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `from_day`, `to_day`, `daypart`, `state`, `why`, `reason`, `contacted_on`, `counts`, `version`) SELECT `id`, `round_id`, `program_id`, `leader_id`, `touchpoint_id`, `scenario_version_id`, `origin`, `from_day`, `to_day`, `daypart`, `state`, `why`, `reason`, `contacted_on`, `counts`, `version` FROM `assignments`;
--> statement-breakpoint
DROP TABLE `assignments`;
--> statement-breakpoint
ALTER TABLE `__new_assignments` RENAME TO `assignments`;
--> statement-breakpoint
CREATE INDEX `assignments_round` ON `assignments` (`round_id`,`state`);
--> statement-breakpoint
CREATE INDEX `assignments_leader` ON `assignments` (`leader_id`,`state`);
--> statement-breakpoint
CREATE INDEX `assignments_touchpoint` ON `assignments` (`touchpoint_id`,`from_day`);
--> statement-breakpoint
CREATE INDEX `assignments_due` ON `assignments` (`to_day`,`program_id`,`origin`,`state`);
--> statement-breakpoint
CREATE TABLE `__new_predictions` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`predicted_valued` integer NOT NULL,
	`predicted_addressed` text NOT NULL,
	`mood` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "predictions_valued" CHECK("__new_predictions"."predicted_valued" between 1 and 5),
	CONSTRAINT "predictions_addressed" CHECK("__new_predictions"."predicted_addressed" in ('yes', 'partly', 'no')),
	CONSTRAINT "predictions_mood" CHECK("__new_predictions"."mood" in ('calm', 'neutral', 'rushed', 'irritated'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_predictions` (`assignment_id`, `predicted_valued`, `predicted_addressed`, `mood`) SELECT `assignment_id`, `predicted_valued`, `predicted_addressed`, `mood` FROM `predictions`;
--> statement-breakpoint
DROP TABLE `predictions`;
--> statement-breakpoint
ALTER TABLE `__new_predictions` RENAME TO `predictions`;
--> statement-breakpoint
CREATE TABLE `__new_reflection_drafts` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL, `writer` text DEFAULT '' NOT NULL, `turn` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_reflection_drafts` (`assignment_id`, `answers`, `version`, `writer`, `turn`) SELECT `assignment_id`, `answers`, `version`, `writer`, `turn` FROM `reflection_drafts`;
--> statement-breakpoint
DROP TABLE `reflection_drafts`;
--> statement-breakpoint
ALTER TABLE `__new_reflection_drafts` RENAME TO `reflection_drafts`;
--> statement-breakpoint
CREATE TABLE `__new_reflections` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`leader_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`scenario_id` text,
	`program_id` text,
	`month` text NOT NULL,
	`counts` integer NOT NULL,
	`handed_in_on` text NOT NULL,
	`days_late` integer DEFAULT 0 NOT NULL,
	`contacted_on` text NOT NULL,
	`daypart` text NOT NULL,
	`reached` text NOT NULL,
	`wait` text,
	`transfers` integer,
	`repeated` text,
	`addressed` text NOT NULL,
	`correct` text,
	`escalation` text NOT NULL,
	`promise` text NOT NULL,
	`survey` text NOT NULL,
	`valued` integer NOT NULL,
	`acknowledged` integer,
	`pride` integer NOT NULL,
	`business` text NOT NULL,
	`business_reason` text DEFAULT '' NOT NULL,
	`well_done` text DEFAULT '' NOT NULL,
	`story` text NOT NULL,
	`phrase` text DEFAULT '' NOT NULL,
	`belief` text DEFAULT '' NOT NULL,
	`causes` text NOT NULL,
	`unsaid` text DEFAULT '' NOT NULL,
	`cover` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL, `wait_half_minutes` integer, `holds` integer, `duration_minutes` integer, `promise_due_on` text, `cover_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflections_reached" CHECK("__new_reflections"."reached" in ('person', 'bot', 'gave_up', 'no_answer')),
	CONSTRAINT "reflections_addressed" CHECK("__new_reflections"."addressed" in ('yes', 'partly', 'no')),
	CONSTRAINT "reflections_valued" CHECK("__new_reflections"."valued" between 1 and 5),
	CONSTRAINT "reflections_acknowledged" CHECK("__new_reflections"."acknowledged" between 1 and 5),
	CONSTRAINT "reflections_pride" CHECK("__new_reflections"."pride" between 1 and 5),
	CONSTRAINT "reflections_cover" CHECK("__new_reflections"."cover" in ('kept', 'suspected', 'blown')),
	CONSTRAINT "reflections_nobody" CHECK("__new_reflections"."reached" not in ('gave_up', 'no_answer') or ("__new_reflections"."addressed" = 'no' and "__new_reflections"."correct" is null and "__new_reflections"."acknowledged" is null and "__new_reflections"."transfers" is null and "__new_reflections"."repeated" is null)),
	CONSTRAINT "reflections_escalation" CHECK("__new_reflections"."escalation" <> 'not_needed' or "__new_reflections"."addressed" <> 'no')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_reflections` (`id`, `assignment_id`, `leader_id`, `touchpoint_id`, `scenario_id`, `program_id`, `month`, `counts`, `handed_in_on`, `days_late`, `contacted_on`, `daypart`, `reached`, `wait`, `transfers`, `repeated`, `addressed`, `correct`, `escalation`, `promise`, `survey`, `valued`, `acknowledged`, `pride`, `business`, `business_reason`, `well_done`, `story`, `phrase`, `belief`, `causes`, `unsaid`, `cover`, `version`, `wait_half_minutes`, `holds`, `duration_minutes`, `promise_due_on`, `cover_reason`) SELECT `id`, `assignment_id`, `leader_id`, `touchpoint_id`, `scenario_id`, `program_id`, `month`, `counts`, `handed_in_on`, `days_late`, `contacted_on`, `daypart`, `reached`, `wait`, `transfers`, `repeated`, `addressed`, `correct`, `escalation`, `promise`, `survey`, `valued`, `acknowledged`, `pride`, `business`, `business_reason`, `well_done`, `story`, `phrase`, `belief`, `causes`, `unsaid`, `cover`, `version`, `wait_half_minutes`, `holds`, `duration_minutes`, `promise_due_on`, `cover_reason` FROM `reflections`;
--> statement-breakpoint
DROP TABLE `reflections`;
--> statement-breakpoint
ALTER TABLE `__new_reflections` RENAME TO `reflections`;
--> statement-breakpoint
CREATE UNIQUE INDEX `reflections_assignment` ON `reflections` (`assignment_id`);
--> statement-breakpoint
CREATE INDEX `reflections_month` ON `reflections` (`month`,`program_id`);
--> statement-breakpoint
CREATE INDEX `reflections_leader` ON `reflections` (`leader_id`,`contacted_on`);
--> statement-breakpoint
CREATE INDEX `reflections_touchpoint` ON `reflections` (`touchpoint_id`,`contacted_on`);
--> statement-breakpoint
CREATE TABLE `__new_reflection_standards` (
	`reflection_id` text NOT NULL,
	`standard_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `standard_id`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflection_standards_answer" CHECK("__new_reflection_standards"."answer" in ('met', 'not_met', 'could_not_tell', 'not_applicable'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_reflection_standards` (`reflection_id`, `standard_id`, `answer`) SELECT `reflection_id`, `standard_id`, `answer` FROM `reflection_standards`;
--> statement-breakpoint
DROP TABLE `reflection_standards`;
--> statement-breakpoint
ALTER TABLE `__new_reflection_standards` RENAME TO `reflection_standards`;
--> statement-breakpoint
CREATE INDEX `reflection_standards_standard` ON `reflection_standards` (`standard_id`);
--> statement-breakpoint
CREATE TABLE `__new_reflection_versions` (
	`reflection_id` text NOT NULL,
	`version` integer NOT NULL,
	`stood` text NOT NULL,
	`changed_on` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `version`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_reflection_versions` (`reflection_id`, `version`, `stood`, `changed_on`) SELECT `reflection_id`, `version`, `stood`, `changed_on` FROM `reflection_versions`;
--> statement-breakpoint
DROP TABLE `reflection_versions`;
--> statement-breakpoint
ALTER TABLE `__new_reflection_versions` RENAME TO `reflection_versions`;
--> statement-breakpoint
CREATE TABLE `__new_reflection_releases` (
	`reflection_id` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'unreleased' NOT NULL,
	`written_on` text NOT NULL,
	`left_to_lead` integer DEFAULT false NOT NULL,
	`decided_on` text,
	`decided_by` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflection_releases_state" CHECK("__new_reflection_releases"."state" in ('unreleased', 'released', 'held')),
	CONSTRAINT "reflection_releases_decided" CHECK(("__new_reflection_releases"."state" = 'unreleased') = ("__new_reflection_releases"."decided_on" is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_reflection_releases` (`reflection_id`, `state`, `written_on`, `left_to_lead`, `decided_on`, `decided_by`, `note`) SELECT `reflection_id`, `state`, `written_on`, `left_to_lead`, `decided_on`, `decided_by`, `note` FROM `reflection_releases`;
--> statement-breakpoint
DROP TABLE `reflection_releases`;
--> statement-breakpoint
ALTER TABLE `__new_reflection_releases` RENAME TO `reflection_releases`;
--> statement-breakpoint
CREATE INDEX `reflection_releases_waiting` ON `reflection_releases` (`state`,`left_to_lead`,`written_on`);
--> statement-breakpoint
CREATE TABLE `__new_own_answers` (
	`reflection_id` text NOT NULL,
	`question_version_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `question_version_id`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_version_id`) REFERENCES `program_questions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_own_answers` (`reflection_id`, `question_version_id`, `answer`) SELECT `reflection_id`, `question_version_id`, `answer` FROM `own_answers`;
--> statement-breakpoint
DROP TABLE `own_answers`;
--> statement-breakpoint
ALTER TABLE `__new_own_answers` RENAME TO `own_answers`;
--> statement-breakpoint
CREATE INDEX `own_answers_question` ON `own_answers` (`question_version_id`);
--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`member_id` text NOT NULL,
	`device` text NOT NULL,
	`started_on` text NOT NULL,
	`seen_on` text NOT NULL,
	`expires_on` text NOT NULL, `link_id` text REFERENCES one_time_links(id) ON DELETE set null,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_sessions` (`id`, `token_hash`, `member_id`, `device`, `started_on`, `seen_on`, `expires_on`, `link_id`) SELECT `id`, `token_hash`, `member_id`, `device`, `started_on`, `seen_on`, `expires_on`, `link_id` FROM `sessions`;
--> statement-breakpoint
DROP TABLE `sessions`;
--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `sessions_member` ON `sessions` (`member_id`);
--> statement-breakpoint
CREATE TABLE `__new_audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_audit_entries` (`id`, `day`, `actor_id`, `action`, `subject`, `subject_id`, `detail`) SELECT `id`, `day`, `actor_id`, `action`, `subject`, `subject_id`, `detail` FROM `audit_entries`;
--> statement-breakpoint
DROP TABLE `audit_entries`;
--> statement-breakpoint
ALTER TABLE `__new_audit_entries` RENAME TO `audit_entries`;
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `audit_entries_day` ON `audit_entries` (`day`);
