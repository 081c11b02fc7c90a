"""Picture files as they are published: without what cameras and programs write beside the picture.

One module a format. None decodes a picture: each walks over the parts of a file and keeps those that make up what is
seen, byte for byte, so that nothing is lost and the same file gives the same bytes everywhere. A part that nobody here
knows does not come along.
"""
