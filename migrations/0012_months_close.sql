CREATE TABLE `closed_months` (
	`month` text PRIMARY KEY NOT NULL,
	`closed_on` text NOT NULL,
	`smallest_group` integer NOT NULL,
	`fiscal_year_start` integer NOT NULL,
	`primary_measure` text NOT NULL,
	`contacts_hidden` integer NOT NULL,
	`contacts_hidden_at_least` integer NOT NULL,
	CONSTRAINT "closed_months_smallest_group" CHECK("closed_months"."smallest_group" >= 4),
	CONSTRAINT "closed_months_hidden" CHECK("closed_months"."contacts_hidden_at_least" between 0 and "closed_months"."contacts_hidden")
) STRICT;
--> statement-breakpoint
CREATE TABLE `closing_delays` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`until_day` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `closing_delays_month` ON `closing_delays` (`month`);--> statement-breakpoint
CREATE TABLE `errata` (
	`id` text PRIMARY KEY NOT NULL,
	`span` text NOT NULL,
	`breakdown` text DEFAULT '' NOT NULL,
	`slice` text DEFAULT '' NOT NULL,
	`measure` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	`published_by` text NOT NULL,
	`published_on` text NOT NULL,
	FOREIGN KEY (`published_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `errata_span` ON `errata` (`span`);--> statement-breakpoint
CREATE TABLE `frozen_assignments` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`leader_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`department_id` text NOT NULL,
	`program_id` text NOT NULL,
	`reflected` integer NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`month`) REFERENCES `closed_months`(`month`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `frozen_assignments_month` ON `frozen_assignments` (`month`);--> statement-breakpoint
CREATE TABLE `frozen_contacts` (
	`reflection_id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`leader_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`department_id` text NOT NULL,
	`program_id` text NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`month`) REFERENCES `closed_months`(`month`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `frozen_contacts_month` ON `frozen_contacts` (`month`);--> statement-breakpoint
CREATE TABLE `published_cells` (
	`span` text NOT NULL,
	`first_month` text NOT NULL,
	`last_month` text NOT NULL,
	`breakdown` text NOT NULL,
	`slice` text NOT NULL,
	`slice_name` text NOT NULL,
	`measure` text NOT NULL,
	`level` text NOT NULL,
	`level_name` text NOT NULL,
	`shown` integer NOT NULL,
	`count` integer,
	`of` integer,
	`sum` integer,
	`squares` integer,
	`value` real,
	`low` real,
	`high` real,
	`compared_with` text,
	`verdict` text,
	`difference` real,
	`difference_low` real,
	`difference_high` real,
	`confidence` real NOT NULL,
	`target` real,
	PRIMARY KEY(`breakdown`, `slice`, `measure`, `level`, `span`),
	CONSTRAINT "published_cells_breakdown" CHECK("published_cells"."breakdown" in ('all', 'touchpoint', 'channel', 'purpose', 'department', 'program')),
	CONSTRAINT "published_cells_withheld" CHECK("published_cells"."shown" or ("published_cells"."count" is null and "published_cells"."of" is null and "published_cells"."sum" is null and "published_cells"."squares" is null and "published_cells"."value" is null and "published_cells"."low" is null and "published_cells"."high" is null and "published_cells"."compared_with" is null and "published_cells"."verdict" is null and "published_cells"."difference" is null and "published_cells"."difference_low" is null and "published_cells"."difference_high" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `published_cells_span` ON `published_cells` (`span`,`breakdown`);--> statement-breakpoint
CREATE INDEX `published_cells_last_month` ON `published_cells` (`last_month`);--> statement-breakpoint
CREATE TABLE `published_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`reflection_id` text NOT NULL,
	`field` text NOT NULL,
	`span` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`chosen_by` text NOT NULL,
	`chosen_on` text NOT NULL,
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "published_texts_field" CHECK("published_texts"."field" in ('story', 'phrase', 'well_done', 'belief', 'business_reason', 'unsaid'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `published_texts_once` ON `published_texts` (`reflection_id`,`field`);--> statement-breakpoint
CREATE INDEX `published_texts_place` ON `published_texts` (`touchpoint_id`,`span`);