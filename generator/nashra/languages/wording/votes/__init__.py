"""One file a language: the words by which votes are told, and who may be of a country."""
