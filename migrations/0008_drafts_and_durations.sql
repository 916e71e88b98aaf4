ALTER TABLE `reflection_drafts` ADD `writer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `reflection_drafts` ADD `turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reflections` ADD `wait_half_minutes` integer;--> statement-breakpoint
ALTER TABLE `reflections` ADD `holds` integer;--> statement-breakpoint
ALTER TABLE `reflections` ADD `duration_minutes` integer;--> statement-breakpoint
ALTER TABLE `reflections` ADD `promise_due_on` text;