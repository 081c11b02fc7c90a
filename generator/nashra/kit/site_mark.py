"""The sign by which a folder is known as a site that Nashra made, which it may replace."""

from __future__ import annotations

from pathlib import Path

# GitHub Pages reads .nojekyll and serves the files as they are; the line in it is how we know a folder to be ours.
MARKER = ".nojekyll"
MARK = b"This folder is made by Nashra, and every build replaces it whole.\n"


def is_ours(folder: Path) -> bool:
    """Whether Nashra made the site in `folder`. Raises OSError."""
    marker = folder / MARKER
    return marker.is_file() and MARK in marker.read_bytes()
