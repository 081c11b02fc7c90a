"""Search without a server: an index in small files, and the page that reads them."""
