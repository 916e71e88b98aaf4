CREATE TABLE `answer_counts` (
	`month` text NOT NULL,
	`breakdown` text NOT NULL,
	`slice` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`contacts` integer NOT NULL,
	PRIMARY KEY(`month`, `breakdown`, `slice`, `question`, `answer`),
	CONSTRAINT "answer_counts_breakdown" CHECK("answer_counts"."breakdown" in ('all', 'program', 'touchpoint', 'scenario')),
	CONSTRAINT "answer_counts_contacts" CHECK("answer_counts"."contacts" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `assignments_due` ON `assignments` (`to_day`,`program_id`,`origin`,`state`);