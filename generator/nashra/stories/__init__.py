"""Articles on one event, from several sources and in several languages, become one story."""
