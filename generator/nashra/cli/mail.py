"""`nashra mail`: an edition as a message, for sending with any tool."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.cli.output import count, exit_code, load_settings, report_problems, site_option
from nashra.kit.errors import printable


@click.command("mail", short_help="Write an edition as a mail message.")
@click.argument("edition", default="", metavar="[DATE]")
@click.option("--lang", metavar="CODE", default="", help="In this language; the site's first one by default.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it.")
@site_option
@click.pass_context
def mail_command(ctx: click.Context, edition: str, lang: str, file: Path | None, site: Path | None) -> int:
    """Write the edition of a day (2024-08-09) or a week (2024-W32) as a message, the newest day by default.

    The file (.eml) has an HTML part and a text part, and fetches nothing. It has no recipient: what sends it adds one.
    """
    from nashra.kit.files import refuse_foreign, write_atomic
    from nashra.mail.edition_mail import edition_mail

    settings = load_settings(ctx, site)
    mail = edition_mail(settings, edition, lang or settings.default_language.code)
    path = file or Path(mail.name)
    refuse_foreign(path, b"Message-ID: <edition.", "a message of an edition")
    write_atomic(path, mail.data)
    report_problems(mail.problems, settings.root)
    click.echo(printable(f"wrote {count(mail.articles, 'article')} to {path}"))
    return exit_code(mail.problems)
