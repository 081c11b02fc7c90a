"""What other people publish: their feeds, asked politely, become short articles that name and link the source."""
