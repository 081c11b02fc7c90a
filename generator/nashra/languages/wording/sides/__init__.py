"""One file a language: words for the two sides of one thing, see `Wording.opposites`."""
