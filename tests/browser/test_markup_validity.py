"""Every page of the demo site and of the site of bidirectional cases under the Nu Html Checker."""

from __future__ import annotations

from pathlib import Path

from support.tools import faults_of_html


def test_the_nu_html_checker_has_nothing_to_say(demo_site: Path, bidi_site: Path) -> None:
    assert faults_of_html(demo_site, bidi_site, options=("--skip-non-html",)) == []
    assert len(list(demo_site.rglob("*.html"))) > 100
