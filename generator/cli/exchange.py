"""`nashra export` and `nashra apply`."""

from __future__ import annotations

import click


@click.command("export")
def export_command() -> None: ...


@click.command("apply")
def apply_command() -> None: ...
