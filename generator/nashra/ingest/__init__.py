"""Raw input -> drafts of articles. `worker`, `companions` and `gather` alone open files; nothing opens the network."""
