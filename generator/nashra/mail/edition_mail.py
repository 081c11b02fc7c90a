"""An edition as a message that mail programs show from the right side: HTML of tables with its styles in it, and text.

Nothing in it is fetched from elsewhere and nothing counts its readers. Sending is up to other tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, parseaddr
from hashlib import sha256

from nashra.content import publication, store
from nashra.kit import clock
from nashra.kit.errors import NashraError, Problem
from nashra.render.ground import urls
from nashra.render.ground.phrases import Phrase
from nashra.render.ground.theme import Theme
from nashra.render.kinds.registry import plan
from nashra.render.plan.editions import Edition, editions_of
from nashra.render.reading.readings import read_all
from nashra.render.shown.edition_view import EditionView
from nashra.render.shown.edition_viewer import EditionViewer
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Mail:
    """A message ready to be sent. name: what to call its file; problems: what was left out of the site, and why."""

    name: str
    data: bytes
    articles: int
    problems: tuple[Problem, ...]


def edition_mail(settings: Settings, name: str, lang: str, now: datetime | None = None) -> Mail:
    """The message with the edition `name` ("2024-08-09", "2024-W32"; the newest day where it is empty) in `lang`.

    Raises NashraError where there is no such edition or language.
    """
    if lang not in settings.languages:
        codes = ", ".join(settings.languages)
        raise NashraError(f"the site has no language {lang!r}", hint=f"give one of {codes} as --lang")
    everything, problems = store.load(settings)
    content = publication.select(everything, now or clock.now())
    readings, faulty = read_all(settings, content)
    pages, clashing = plan(settings, content, readings)
    problems += [*faulty, *clashing]
    own = pages.of(lang)
    edition = _edition(editions_of(page for page in pages.pages if page.lang == lang), own.days, name)
    theme = Theme(settings)
    viewer = Viewer(settings, content, own, readings, theme.messages[lang])
    view = EditionViewer(viewer).edition(edition)
    address = urls.absolute(settings.url, urls.edition(lang, edition.name))
    html = theme.render(
        "mail/edition.html",
        language=viewer.language,
        site=viewer.site(),
        edition=view,
        root=settings.url,
        address=address,
        unsubscribe=settings.mail.unsubscribe,
        _=viewer.messages.text,
    ).decode("utf-8")
    message = _message(settings, viewer, edition, view)
    text = _text(settings, viewer, view, address)
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    # what Python puts there is another one every time; no line of base64 begins with "="
    message.set_boundary(f"=={sha256((text + html).encode()).hexdigest()[:32]}")
    message["Content-Language"] = viewer.language.tag
    return Mail(f"{edition.name}-{lang}.eml", message.as_bytes(), len(edition.articles), tuple(problems))


def _edition(found: Sequence[Edition], days: tuple[Edition, ...], name: str) -> Edition:
    if not days:
        raise NashraError("the site has no edition yet", hint="write an article, or look at `nashra status`")
    if not name:
        return days[0]
    edition = next((each for each in found if each.name == name), None)
    if edition is None:
        raise NashraError(
            f"there is no edition {name!r}", hint=f"the newest is {days[0].name}; weeks are like 2024-W32"
        )
    return edition


def _message(settings: Settings, viewer: Viewer, edition: Edition, view: EditionView) -> EmailMessage:
    """The head of the message. It says nothing of when it was made, so that the same edition gives the same bytes."""
    host, lang = settings.tag_authority, viewer.lang
    title = settings.title[lang]
    sender, address = parseaddr(settings.mail.sender)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = viewer.phrase(f"{title} – {view.title}").plain
    message["From"] = formataddr((sender or title, address or f"news@{host}"))
    newest = max(article.published for article in edition.articles)
    message["Date"] = format_datetime(newest.astimezone(settings.timezone))
    message["Message-ID"] = f"<edition.{edition.name}.{lang}@{host}>"
    if settings.mail.unsubscribe:
        message["List-Unsubscribe"] = f"<{settings.mail.unsubscribe}>"
    return message


def _text(settings: Settings, viewer: Viewer, view: EditionView, address: str) -> str:
    """The edition as plain text: a topic, then its articles with their addresses."""
    lines = [viewer.phrase(f"{settings.title[viewer.lang]} – {view.title}").plain, address, ""]
    for section in view.sections:
        lines += [f"== {_plain(section.title)} ==", ""]
        for brief in section.briefs:
            lines.append(_plain(brief.title))
            if brief.text.text:
                lines.append(_plain(brief.text))
            marks = [mark.unescape() for mark in (brief.foreign, brief.badge) if mark]
            lines += [f"({mark})" for mark in marks]
            lines += [f"{settings.url}{brief.path}", ""]
    for group in view.machine:
        lines.append(group.title.unescape())
    if settings.mail.unsubscribe:
        lines += ["", f"{viewer.messages.text('Unsubscribe').unescape()}: {settings.mail.unsubscribe}"]
    return "\n".join(lines).rstrip() + "\n"


def _plain(text: Phrase) -> str:
    return text.plain_inner
