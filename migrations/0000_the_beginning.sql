CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "absences_order" CHECK("absences"."to_day" >= "absences"."from_day")
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_member` ON `absences` (`member_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `assignments` (
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
	CONSTRAINT "assignments_window" CHECK("assignments"."to_day" >= "assignments"."from_day"),
	CONSTRAINT "assignments_state" CHECK("assignments"."state" in ('planned', 'open', 'contacted', 'reflected', 'handed_over', 'declined', 'missed', 'excused', 'cancelled'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignments_round` ON `assignments` (`round_id`,`state`);--> statement-breakpoint
CREATE INDEX `assignments_leader` ON `assignments` (`leader_id`,`state`);--> statement-breakpoint
CREATE INDEX `assignments_touchpoint` ON `assignments` (`touchpoint_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_day` ON `audit_entries` (`day`);--> statement-breakpoint
CREATE TABLE `blocked_days` (
	`touchpoint_id` text NOT NULL,
	`day` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`touchpoint_id`, `day`),
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `departments_name` ON `departments` (lower("name"));--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`occasion` text NOT NULL,
	`member_id` text,
	`kind` text NOT NULL,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`secret` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer,
	`written_on` text NOT NULL,
	`sent_on` text,
	`trouble` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_state" CHECK("letters"."state" in ('waiting', 'sent', 'given_up', 'kept'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_occasion` ON `letters` (`occasion`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `member_roles` (
	`member_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`member_id`, `role`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "member_roles_role" CHECK("member_roles"."role" in ('leader', 'lead', 'owner', 'reviewer', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`department_id` text,
	`country` text NOT NULL,
	`time_zone` text NOT NULL,
	`languages` text NOT NULL,
	`contactable_hours` text,
	`joined_on` text NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email` ON `members` (lower("email"));--> statement-breakpoint
CREATE INDEX `members_department` ON `members` (`department_id`);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`issued_by` text,
	`token_hash` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_at` integer,
	`used_on` text,
	`told_on` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`issued_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_links_token` ON `one_time_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `opening_exceptions` (
	`touchpoint_id` text NOT NULL,
	`day` text NOT NULL,
	`spans` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`touchpoint_id`, `day`),
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`locale` text DEFAULT 'en-GB' NOT NULL,
	`time_zone` text DEFAULT 'Europe/London' NOT NULL,
	`country` text DEFAULT 'GB' NOT NULL,
	`fiscal_year_start` integer DEFAULT 1 NOT NULL,
	`cooldown_days` integer DEFAULT 90 NOT NULL,
	`lockout_days` integer DEFAULT 365 NOT NULL,
	`spacing_days` integer DEFAULT 3 NOT NULL,
	`contacts_per_month` integer DEFAULT 2 NOT NULL,
	`round_closes_after_days` integer DEFAULT 7 NOT NULL,
	`month_closes_after_days` integer DEFAULT 7 NOT NULL,
	`smallest_group` integer DEFAULT 5 NOT NULL,
	`primary_measure` text DEFAULT 'valued' NOT NULL,
	`neutral_title` text DEFAULT 'Customer hour' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_one_row" CHECK("organisation"."id" = 1),
	CONSTRAINT "organisation_fiscal_year_start" CHECK("organisation"."fiscal_year_start" between 1 and 12),
	CONSTRAINT "organisation_smallest_group" CHECK("organisation"."smallest_group" >= 4)
) STRICT;
--> statement-breakpoint
CREATE TABLE `predictions` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`predicted_valued` integer NOT NULL,
	`predicted_addressed` text NOT NULL,
	`mood` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "predictions_valued" CHECK("predictions"."predicted_valued" between 1 and 5),
	CONSTRAINT "predictions_addressed" CHECK("predictions"."predicted_addressed" in ('yes', 'partly', 'no')),
	CONSTRAINT "predictions_mood" CHECK("predictions"."mood" in ('calm', 'neutral', 'rushed', 'irritated'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `program_leaders` (
	`program_id` text NOT NULL,
	`member_id` text NOT NULL,
	`joined_on` text NOT NULL,
	PRIMARY KEY(`program_id`, `member_id`),
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `program_scenarios` (
	`program_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	PRIMARY KEY(`program_id`, `scenario_id`),
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `program_touchpoints` (
	`program_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	PRIMARY KEY(`program_id`, `touchpoint_id`),
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `programs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`aim` text DEFAULT '' NOT NULL,
	`cadence` text NOT NULL,
	`recurrence` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_after_rounds` integer,
	`ends_on` text,
	`contacts_per_leader` integer DEFAULT 1 NOT NULL,
	`contacts_per_round` integer,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `programs_name` ON `programs` (lower("name"));--> statement-breakpoint
CREATE TABLE `reflection_additions` (
	`id` text PRIMARY KEY NOT NULL,
	`reflection_id` text NOT NULL,
	`words` text NOT NULL,
	`added_on` text NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reflection_additions_reflection` ON `reflection_additions` (`reflection_id`);--> statement-breakpoint
CREATE TABLE `reflection_drafts` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reflection_standards` (
	`reflection_id` text NOT NULL,
	`standard_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `standard_id`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflection_standards_answer" CHECK("reflection_standards"."answer" in ('met', 'not_met', 'could_not_tell', 'not_applicable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reflection_standards_standard` ON `reflection_standards` (`standard_id`);--> statement-breakpoint
CREATE TABLE `reflection_versions` (
	`reflection_id` text NOT NULL,
	`version` integer NOT NULL,
	`stood` text NOT NULL,
	`changed_on` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `version`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reflections` (
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
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflections_reached" CHECK("reflections"."reached" in ('person', 'bot', 'gave_up', 'no_answer')),
	CONSTRAINT "reflections_addressed" CHECK("reflections"."addressed" in ('yes', 'partly', 'no')),
	CONSTRAINT "reflections_valued" CHECK("reflections"."valued" between 1 and 5),
	CONSTRAINT "reflections_acknowledged" CHECK("reflections"."acknowledged" between 1 and 5),
	CONSTRAINT "reflections_pride" CHECK("reflections"."pride" between 1 and 5),
	CONSTRAINT "reflections_cover" CHECK("reflections"."cover" in ('kept', 'suspected', 'blown')),
	CONSTRAINT "reflections_nobody" CHECK("reflections"."reached" not in ('gave_up', 'no_answer') or ("reflections"."addressed" = 'no' and "reflections"."correct" is null and "reflections"."acknowledged" is null and "reflections"."transfers" is null and "reflections"."repeated" is null)),
	CONSTRAINT "reflections_escalation" CHECK("reflections"."escalation" <> 'not_needed' or "reflections"."addressed" <> 'no')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reflections_assignment` ON `reflections` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `reflections_month` ON `reflections` (`month`,`program_id`);--> statement-breakpoint
CREATE INDEX `reflections_leader` ON `reflections` (`leader_id`,`contacted_on`);--> statement-breakpoint
CREATE INDEX `reflections_touchpoint` ON `reflections` (`touchpoint_id`,`contacted_on`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`period` text NOT NULL,
	`number` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`state` text NOT NULL,
	`gaps` text NOT NULL,
	`planned_on` text NOT NULL,
	`published_on` text,
	`closed_on` text,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rounds_state" CHECK("rounds"."state" in ('planned', 'published', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_period` ON `rounds` (`program_id`,`period`);--> statement-breakpoint
CREATE TABLE `scenario_touchpoints` (
	`scenario_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	PRIMARY KEY(`scenario_id`, `touchpoint_id`),
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `scenario_touchpoints_touchpoint` ON `scenario_touchpoints` (`touchpoint_id`);--> statement-breakpoint
CREATE TABLE `scenario_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`scenario_id` text NOT NULL,
	`number` integer NOT NULL,
	`errand` text NOT NULL,
	`cover_story` text NOT NULL,
	`opening_line` text DEFAULT '' NOT NULL,
	`if_asked` text DEFAULT '' NOT NULL,
	`never` text DEFAULT '' NOT NULL,
	`afterwards` text DEFAULT '' NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`scenario_id`) REFERENCES `scenarios`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_versions_number` ON `scenario_versions` (`scenario_id`,`number`);--> statement-breakpoint
CREATE TABLE `scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`languages` text NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scenarios_purpose" CHECK("scenarios"."purpose" in ('buy', 'ask', 'went_wrong', 'complain'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenarios_title` ON `scenarios` (lower("title"));--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`member_id` text NOT NULL,
	`device` text NOT NULL,
	`started_on` text NOT NULL,
	`seen_on` text NOT NULL,
	`expires_on` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_member` ON `sessions` (`member_id`);--> statement-breakpoint
CREATE TABLE `sign_in_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`browser_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`link_hash` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_requests_link` ON `sign_in_requests` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_requests_browser` ON `sign_in_requests` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `standards` (
	`id` text PRIMARY KEY NOT NULL,
	`touchpoint_id` text NOT NULL,
	`statement` text NOT NULL,
	`target` real,
	`position` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standards_target" CHECK("standards"."target" between 0 and 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `standards_touchpoint` ON `standards` (`touchpoint_id`,`position`);--> statement-breakpoint
CREATE TABLE `touchpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`time_zone` text NOT NULL,
	`languages` text NOT NULL,
	`department_id` text,
	`owner_id` text,
	`weight` real DEFAULT 1 NOT NULL,
	`opening_hours` text NOT NULL,
	`dayparts` text,
	`answer_days` integer,
	`intent` text DEFAULT '' NOT NULL,
	`motivation` text DEFAULT '' NOT NULL,
	`story_wanted` text DEFAULT '' NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "touchpoints_channel" CHECK("touchpoints"."channel" in ('phone', 'chat', 'email', 'web_form', 'app', 'social', 'shop')),
	CONSTRAINT "touchpoints_weight" CHECK("touchpoints"."weight" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `touchpoints_name` ON `touchpoints` (lower("name"));--> statement-breakpoint
CREATE INDEX `touchpoints_owner` ON `touchpoints` (`owner_id`);