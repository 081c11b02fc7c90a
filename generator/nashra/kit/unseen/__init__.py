"""What films, sounds and documents tell beside what is seen and heard: places, owners, programs, who wrote them.

A module a family of formats. Films and sounds are blanked in place, so that every offset in them holds; documents,
which may be signed, are left as they are, and what they tell is said.
"""
