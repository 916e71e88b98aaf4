CREATE TABLE `reflection_readings` (
	`reflection_id` text NOT NULL,
	`member_id` text NOT NULL,
	`read_on` text NOT NULL,
	PRIMARY KEY(`reflection_id`, `member_id`),
	FOREIGN KEY (`reflection_id`) REFERENCES `reflections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
