"""The link by which readers report a wrong translation: a mail, or a new issue in a tracker."""

from __future__ import annotations

import re
from urllib.parse import quote

from nashra.head.fields import is_web_address

HINT = '"mailto:desk@example.org", or "https://github.com/OWNER/REPO/issues/new?title={title}&body={body}"'
# Where the script of the page puts what the reader has marked; without script it reads as a blank to fill in.
QUOTE = "> …"

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MAIL = re.compile(r"mailto:[A-Za-z0-9.!#$%'*+/=^_`|~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def template_problem(template: str) -> str:
    """What is wrong with a template for reports, empty when nothing is. `HINT` shows how they look."""
    unknown = [name for name in _PLACEHOLDER.findall(template) if name not in ("title", "body")]
    if unknown:
        return f"has the placeholder {{{unknown[0]}}}"
    if template.startswith("mailto:"):
        return "" if _MAIL.fullmatch(template) else "is no mail address"
    filled = _PLACEHOLDER.sub("x", template)
    if not is_web_address(filled) or not filled.isascii():
        return "is neither a mail address nor a web address"
    return "" if "{body}" in template.partition("?")[2] else "does not say where the text of the report goes"


def report_address(template: str, title: str, body: str) -> str:
    """The address that opens a report with this title and text. Both are percent-encoded (RFC 3986, RFC 6068)."""
    if template.startswith("mailto:"):
        template += "?subject={title}&body={body}"
    # mail programs want CRLF in bodies (RFC 6068, section 5); issue trackers take it as well
    values = {"title": quote(title, safe=""), "body": quote(body.replace("\n", "\r\n"), safe="")}
    return _PLACEHOLDER.sub(lambda match: values[match[1]], template)
