"""What tells the program's own files from those of another version of it."""

from __future__ import annotations

from nashra.kit.own_code import own_files


def test_the_data_of_a_room_are_its_files_too() -> None:
    """A cache of what the guards said must not outlive the tables of nationalities that they read."""
    names = [line.split(" ")[0] for line in own_files("entities", "languages")]
    assert any(name.endswith("/entities/tables/demonyms.txt") for name in names)
    assert any(name.endswith("/languages/ar.py") for name in names)
    assert not any("__pycache__" in name or "/render/" in name for name in names)
    assert set(names) < {line.split(" ")[0] for line in own_files()}
