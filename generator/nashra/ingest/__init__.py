"""Raw input -> drafts of articles. `worker`, `companions` and `gather` alone open files; nothing opens the network."""

from nashra.ingest.draft import Dropped, Given, Imported
from nashra.ingest.entry import Entry
from nashra.ingest.formats import Options, read, read_all

__all__ = ["Dropped", "Entry", "Given", "Imported", "Options", "read", "read_all"]
