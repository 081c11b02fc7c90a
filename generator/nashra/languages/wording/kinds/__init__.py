"""One file a language: words for things of one kind, of which one is no other: measles and flu, a bus and a train."""
