"""One file a language: groups of words that deny nothing, see `Wording.idioms`."""
