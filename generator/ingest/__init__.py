"""Raw input -> a draft of an article. `read` takes the bytes of a file; nothing here opens files or the network."""

from generator.ingest.draft import Dropped, Given, Imported
from generator.ingest.formats import read

__all__ = ["Dropped", "Given", "Imported", "read"]
