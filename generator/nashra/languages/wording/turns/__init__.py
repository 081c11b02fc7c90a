"""One file a language: words by which a text says without a negation what another one denies.

Who did not yield held firm, what cannot be done is hard, and what happens without delay happens at once. The files name
the same things, so that what a literal translation keeps is told on both sides and excuses nothing; words of every
day such as "before" and "first" are in none. Each word is the beginning of others; "$" ends it, and before one with "+"
letters may stand by which verbs begin (يرفض).
"""
