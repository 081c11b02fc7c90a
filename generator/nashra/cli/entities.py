"""`nashra entities`: list, check, suggest, show."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from nashra.cli.output import (
    count,
    exit_code,
    json_option,
    load_settings,
    report_problems,
    shorten,
    site_command,
    site_option,
    table,
)
from nashra.kit.errors import ContentError
from nashra.model import EntityType

if TYPE_CHECKING:  # they need Babel and more, and --help needs none of it
    from nashra.entities.suggest.gather import Suggestion
    from nashra.model import Entity

_TYPES: tuple[EntityType, ...] = get_args(EntityType)


@click.group("entities", short_help="List, check and suggest the names that are tagged in articles.")
def entities_command() -> None:
    """List, check and suggest the persons, bodies, places, events and works that articles name.

    Those of the site are in content/entities/. Countries, capitals and a starter registry come with Nashra.
    """


@entities_command.command("list", short_help="List the entities, and how many articles name each.")
@click.option("--type", "kind", type=click.Choice(_TYPES), help="Only those of one type.")
@click.option("--all", "everything", is_flag=True, help="Also those that no article names.")
@json_option
@site_option
@click.pass_context
def list_command(ctx: click.Context, kind: str | None, everything: bool, as_json: bool, site: Path | None) -> int:
    """List the entities, the most named first, and how many articles name each.

    Of those that come with Nashra the list has only the ones that articles name; --all lists every one.
    """
    from nashra.content import store
    from nashra.entities.registry import read
    from nashra.entities.texts import articles_by_entity

    settings = load_settings(ctx, site)
    content, problems = store.load(settings)
    own, _ = read(settings.content / "entities", set(settings.languages))
    named = articles_by_entity(content.articles, content.entities, settings.languages)
    rows = [
        entity
        for id, entity in content.entities.items()
        if kind in (None, entity.type) and (everything or id in own or named.get(id))
    ]
    rows.sort(key=lambda entity: (-len(named.get(entity.id, ())), entity.id))
    if as_json:
        listed = [_as_json(entity, len(named.get(entity.id, ())), entity.id in own) for entity in rows]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
    elif rows:
        lines = [["articles", "id", "type", "from", *settings.languages]]
        for entity in rows:
            names = [shorten(entity.names.get(lang, "—"), 40) for lang in settings.languages]
            source = "site" if entity.id in own else "nashra"
            lines.append([str(len(named.get(entity.id, ()))), entity.id, entity.type, source, *names])
        click.echo(table(lines))
    else:
        click.echo(f"no article names an entity yet; {site_command(ctx, site, 'entities suggest')} proposes some")
    report_problems(problems, settings.root)
    return exit_code(problems)


def _as_json(entity: Entity, articles: int, own: bool) -> dict[str, object]:
    return {
        "id": entity.id,
        "type": entity.type,
        "names": dict(entity.names),
        "aliases": {lang: list(names) for lang, names in entity.aliases.items()},
        "ambiguous": {lang: list(names) for lang, names in entity.ambiguous.items()},
        "description": dict(entity.description),
        "parent": entity.parent,
        "dates": {"start": entity.start, "end": entity.end},
        "offices": [
            {"title": dict(each.title), "from": each.start, "to": each.end, "of": each.of, "checked": each.checked}
            for each in entity.offices
        ],
        "wikidata": entity.wikidata,
        "source": "site" if own else "nashra",
        "articles": articles,
    }


@entities_command.command("show", short_help="Print entities as YAML, to copy and change.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@site_option
@click.pass_context
def show_command(ctx: click.Context, ids: tuple[str, ...], site: Path | None) -> int:
    """Print entities as YAML, ready for a file in content/entities/.

    An entry there takes the place of the one with the same id that comes with Nashra.
    """
    from nashra.content import store
    from nashra.entities.yaml_text import entity_yaml

    settings = load_settings(ctx, site)
    content, _ = store.load(settings)
    for id in ids:
        if id not in content.entities:
            hint = f"{site_command(ctx, site, 'entities list --all')} shows the ids"
            raise ContentError(f"there is no entity {id!r}", hint=hint)
    for id in ids:
        click.echo(entity_yaml(content.entities[id]), nl=False)
    return 0


@entities_command.command("check", short_help="Show entries that clash, are never found, or are not used.")
@json_option
@site_option
@click.pass_context
def entities_check_command(ctx: click.Context, as_json: bool, site: Path | None) -> int:
    """Show what is wrong in content/entities/: names that two entities share, names that are never found in a text,
    names missing in a language; and as advice, names that are common words, entities that no article names, and offices
    that nobody has checked for a year, also those that come with Nashra and that articles name.

    Ends with 1 when something is wrong; advice alone ends with 0.
    """
    from nashra.content import store
    from nashra.entities.registry import read
    from nashra.entities.review import review, unchecked
    from nashra.entities.texts import articles_by_entity
    from nashra.kit import clock

    settings = load_settings(ctx, site)
    content, problems = store.load(settings)
    folder = settings.content / "entities"
    faults = [problem for problem in problems if problem.path is not None and problem.path.is_relative_to(folder)]
    entries, _ = read(folder, set(settings.languages))
    named = articles_by_entity(content.articles, content.entities, settings.languages)
    findings = review(entries, tuple(settings.languages), content.articles, named)
    today = clock.now().astimezone(settings.timezone).date()
    findings += unchecked(entries, content.entities, named, folder, today)
    if as_json:
        found = [
            {
                "kind": finding.kind,
                "fault": finding.is_fault,
                "entity": finding.entity,
                "message": finding.message,
                "hint": finding.hint,
                "file": finding.path.relative_to(settings.root).as_posix(),
                "line": finding.line or None,
            }
            for finding in findings
        ]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            line = f":{finding.line}" if finding.line else ""
            where = f"{finding.path.relative_to(settings.root).as_posix()}{line}"
            label = "" if finding.is_fault else "advice: "
            click.echo(f"{where}: {label}{finding.message} ({finding.hint})")
        wrong = sum(finding.is_fault for finding in findings)
        own = count(len(entries), "entity")
        click.echo(
            f"{own} of the site checked: {count(wrong, 'fault')}, {count(len(findings) - wrong, 'piece')} of advice"
        )
    report_problems(faults, settings.root)
    return 1 if exit_code(faults) or any(finding.is_fault for finding in findings) else 0


@entities_command.command("suggest", short_help="Propose new entities from the articles, as YAML.")
@click.option("--min", "least", type=click.IntRange(1), default=2, show_default=True, help="Mentions that it takes.")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many to propose.")
@json_option
@site_option
@click.pass_context
def suggest_command(ctx: click.Context, least: int, most: int, as_json: bool, site: Path | None) -> int:
    """Propose new entities from the articles: names after titles, sequences of capitals, names that sound alike in
    several versions. Prints YAML with examples, the best evidence first; check each before you copy it.

    A model of spaCy for a language is used where one is installed.
    """
    from nashra.content import store
    from nashra.entities.suggest.gather import suggest

    settings = load_settings(ctx, site)
    content, problems = store.load(settings)
    found = suggest(content.articles, content.entities, tuple(settings.languages), least)
    shown = found[:most]
    if as_json:
        click.echo(json.dumps([_suggestion_json(one) for one in shown], ensure_ascii=False, indent=1))
    elif shown:
        from nashra.entities.yaml_text import suggestion_yaml

        taken: set[str] = set(content.entities)
        for one in shown:
            click.echo(suggestion_yaml(one, settings.languages, taken))
        more = f", {count(len(found) - most, 'other')} not shown" if len(found) > most else ""
        click.echo(f"{count(len(shown), 'suggestion')}{more}", err=True)
    else:
        click.echo("no names were found that are not in the registry yet", err=True)
    report_problems(problems, settings.root)
    return 0


def _suggestion_json(one: Suggestion) -> Mapping[str, object]:
    result: dict[str, object | Collection[object]] = {
        "type": one.type,
        "type_is_guess": one.is_guess,
        "names": one.names,
        "aliases": one.aliases,
        "mentions": one.mentions,
        "articles": one.articles,
        "score": one.score,
        "reasons": list(one.reasons),
        "examples": one.examples,
    }
    return result
