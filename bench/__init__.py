"""What it costs: each module prints a table for people and one line of JSON for programs."""
