"""One file a language: words of every day in the press that no other language of these files has.

One of them that stands in a text of another language was left there by a machine. Loans such as "leader" are in none.
"""
