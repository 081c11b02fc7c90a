"""`nashra init`, `nashra build` and `nashra serve`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from generator.cli.output import count, load_settings, report_problems, site_command, site_option
from generator.errors import printable


@click.command("init", short_help="Write a new site into a folder.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--yes", is_flag=True, help="Ask nothing: take the options and their defaults.")
@click.option("--title", help="The site's title.")
@click.option("--languages", metavar="CODES", help="Its languages, the first the default one, such as ar,fr,en.")
@click.option("--url", help="The address where it will be published.")
def init_command(folder: Path, yes: bool, title: str | None, languages: str | None, url: str | None) -> int:
    """Write a new site into DIR that can be built at once."""
    from generator.starter import DEFAULT_LANGUAGES, DEFAULT_TITLE, DEFAULT_URL, write_site

    def ask(question: str, given: str | None, default: str) -> str:
        if given is not None or yes:
            return default if given is None else given
        return str(click.prompt(question, default=default))

    title = ask("Title of the site", title, DEFAULT_TITLE)
    languages = ask("Languages, the first is the default", languages, DEFAULT_LANGUAGES)
    url = ask("Address where it will be published", url, DEFAULT_URL)
    written = write_site(folder, title, [code.strip() for code in languages.split(",") if code.strip()], url)
    for path in written:
        click.echo(printable(f"wrote {path}"))
    here = f"nashra -C {shlex.quote(str(folder))}" if folder != Path() else "nashra"
    click.echo(printable(f"next: `{here} import FILE`, `{here} build`, `{here} serve`"))
    return 0


@click.command("build", short_help="Build the site.")
@site_option
@click.pass_context
def build_command(ctx: click.Context, site: Path | None) -> int:
    """Build the site. Needs no model, no network and no cache.

    Files with problems are left out and listed, and the command then ends with 1.
    """
    from generator.build import build

    settings = load_settings(ctx, site)
    report = build(settings)
    report_problems(report.problems, settings.root)
    done = f"built {count(report.articles, 'article')}, {count(report.pages, 'page')} in {report.output}"
    click.echo(printable(done))
    page, serve = report.output / "index.html", site_command(ctx, site, "serve")
    click.echo(printable(f"look at it: open {page} in a browser, or run {serve}"))
    return 1 if report.problems else 0


@click.command("serve", short_help="Show the site on this machine, doubtful blocks marked.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows the site to the whole network.")
@site_option
@click.pass_context
def serve_command(ctx: click.Context, port: int, host: str, site: Path | None) -> int:
    """Build a preview and show it on this machine, under the site's base path.

    Blocks that are to be reviewed or out of date are marked with the reason. The preview lies in .nashra/preview; what
    `nashra build` made is left alone.
    """
    from dataclasses import replace

    from generator.build import build
    from generator.publish.server import serve

    settings = load_settings(ctx, site)
    settings = replace(settings, output=settings.cache / "preview")
    report_problems(build(settings, preview=True).problems, settings.root)
    serve(settings, host, port, lambda address: click.echo(f"serving {address} - stop with Ctrl+C"))
    return 0
