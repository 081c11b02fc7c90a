"""What the table [translate] says of models and of the ways between languages."""

from __future__ import annotations

from pathlib import Path

from nashra.settings.toml_table import TomlTable


def packages_folder(run: TomlTable, root: Path) -> Path | None:
    """The folder of the models: anywhere on the disk, "~" for the home, relative to the site's folder."""
    name: str | None = run.take("packages", str)
    if name is None:
        return None
    if "\0" in name or not name.strip():
        raise run.fail("packages", f"is {name!r}, not the name of a folder")
    try:
        return root / Path(name).expanduser()
    except RuntimeError:
        raise run.fail("packages", f"is {name!r}, and there is no such home folder") from None


def ways(table: TomlTable) -> tuple[tuple[str, ...], ...]:
    """`routes`: each a text of language codes, "fr-en-ar". Raises ConfigError for anything else."""
    found = []
    for text in table.take("routes", list, []):
        codes = tuple(text.split("-")) if isinstance(text, str) else ()
        if len(codes) < 2 or len(set(codes)) < len(codes) or not all(code.isalpha() for code in codes):
            hint = 'the languages of a way: "fr-ar" for the direct one, "fr-en-ar" for the one over English'
            raise table.fail("routes", f"has {text!r}, which is no way", hint)
        found.append(codes)
    return tuple(found)
