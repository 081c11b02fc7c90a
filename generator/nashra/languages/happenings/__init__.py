"""One file a language: the words of what happens, such as a flood or a match."""
