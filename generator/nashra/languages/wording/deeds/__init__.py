"""One file a language: words of every day by what they say, in which a denial and its translation meet."""
