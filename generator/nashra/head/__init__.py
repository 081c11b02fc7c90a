"""The heads of content files: YAML read with the line of every key, made into values, changed key by key."""
