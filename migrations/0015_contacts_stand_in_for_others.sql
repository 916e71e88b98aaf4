ALTER TABLE `assignments` ADD `replaces_id` text REFERENCES assignments(id);--> statement-breakpoint
CREATE INDEX `assignments_replaces` ON `assignments` (`replaces_id`);