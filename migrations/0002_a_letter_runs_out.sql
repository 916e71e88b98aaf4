ALTER TABLE `letters` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `link_id` text REFERENCES one_time_links(id) ON DELETE set null;