"""Who has which address. The first to claim one keeps it; the second is told about both files."""

from __future__ import annotations

from pathlib import Path

from nashra.head.frontmatter import line_of
from nashra.kit.errors import Problem


class Claims:
    """Addresses given away so far. Two that differ in capitals only are one: many disks do not tell them apart.

    problems: of the files that wanted an address which another had.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.problems: list[Problem] = []
        self._owners: dict[str, Path | str] = {}

    def reserve(self, path: str, owner: str) -> None:
        """Give `path` to a page that no file asked for; `owner` says in words what it is."""
        self._owners.setdefault(path.casefold(), owner)

    def claim(self, path: str, file: Path, hint: str) -> bool:
        """Give `path` to the page of `file`; False, and a problem, when somebody has it. `hint`: what to change."""
        owner = self._owners.setdefault(path.casefold(), file)
        if owner == file:
            return True
        message = f"its address {path} is already that of {self._name(owner)}"
        self.problems.append(Problem(message, file, line_of(file, "slug"), hint))
        return False

    def _name(self, file: Path | str) -> str:
        if isinstance(file, str):
            return file
        return file.relative_to(self._root).as_posix() if file.is_relative_to(self._root) else str(file)
