"""One file a language: words of the press by what they speak of, in which a text and its translation meet."""
