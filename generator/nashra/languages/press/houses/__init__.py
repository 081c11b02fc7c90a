"""Papers, sites and broadcasters, by the language in which their names are written: one file a language."""
