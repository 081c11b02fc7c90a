"""A whole site moves in: its texts with their versions joined, their addresses, topics, pages and pictures."""
