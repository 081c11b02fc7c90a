"""What surrounds a text that was copied out of a mail program, a messenger, a network, a PDF or an agency's wire."""
