"""Feeds: RSS, Atom and JSON of the site, its editions, topics and entities; OPML; the page that lists them."""
