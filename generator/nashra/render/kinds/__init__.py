"""A kind of page in one place: which pages there are, what they rest on, what makes their HTML."""
