DROP INDEX `rebases_month`;--> statement-breakpoint
ALTER TABLE `rebases` ADD `touchpoint_id` text REFERENCES touchpoints(id);--> statement-breakpoint
CREATE UNIQUE INDEX `rebases_place` ON `rebases` (`measure`,`month`,`touchpoint_id`) WHERE "rebases"."withdrawn_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `rebases_month` ON `rebases` (`measure`,`month`) WHERE "rebases"."withdrawn_on" is null and "rebases"."touchpoint_id" is null;