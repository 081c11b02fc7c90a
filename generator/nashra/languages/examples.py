"""What messages show of the files that editors write, where an error asks for their form."""

from __future__ import annotations

TOPICS = "security: {ar: أمن, fr: Sécurité}"
