"""One file a language: words by which a text says without a negation what another one denies.

Who did not yield held firm, what cannot be done is hard, and what happens without delay happens at once. The rows of
`TURNS` are kinds of saying so, and the files have the same kinds: what a literal translation keeps is told on both
sides and excuses nothing; words of every day such as "before" and "first" are in none. Each word is the beginning of
others; "$" ends it, and before one with "+" stands what verbs begin with (يرفض). `DENYING` are beginnings of adjectives
that deny (unfair, déloyal), and `NOT_DENYING` those of words that only look so.
"""
