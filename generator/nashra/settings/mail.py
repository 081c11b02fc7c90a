"""The settings of the editions by mail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nashra.settings.toml_table import TomlTable

_SENDER = re.compile(r"[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+")
_ADDRESS = re.compile(r"(?:https://|mailto:)[!-;=?-~]+")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """sender: "Name <address>"; unsubscribe: an https or mailto address. Both may be empty."""

    sender: str = ""
    unsubscribe: str = ""


def mail_settings(table: TomlTable) -> MailSettings:
    """The settings of the table `mail`. Raises ConfigError for what is no address."""
    sender: str = table.take("sender", str, "")
    if sender and not _SENDER.fullmatch(sender):
        raise table.fail("sender", f"is {sender!r}, no address", 'write it as "News <news@example.org>"')
    unsubscribe: str = table.take("unsubscribe", str, "")
    if unsubscribe and not _ADDRESS.fullmatch(unsubscribe):
        hint = "https://example.org/unsubscribe, or mailto:..."
        raise table.fail("unsubscribe", f"is {unsubscribe!r}, neither an https: nor a mailto: address", hint)
    table.close()
    return MailSettings(sender, unsubscribe)
