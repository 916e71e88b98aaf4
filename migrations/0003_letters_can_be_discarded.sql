PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_letters` (
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
	`expires_at` integer,
	`written_on` text NOT NULL,
	`sent_on` text,
	`trouble` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_state" CHECK("__new_letters"."state" in ('waiting', 'sent', 'given_up', 'kept', 'discarded'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "occasion", "member_id", "kind", "to_name", "to_address", "subject", "text", "html", "secret", "state", "attempts", "due_at", "expires_at", "written_on", "sent_on", "trouble") SELECT "id", "occasion", "member_id", "kind", "to_name", "to_address", "subject", "text", "html", "secret", "state", "attempts", "due_at", "expires_at", "written_on", "sent_on", "trouble" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_occasion` ON `letters` (`occasion`);--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);