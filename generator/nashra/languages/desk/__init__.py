"""What colleagues of a newsroom write to each other in a text that is not ready: one file a language."""
