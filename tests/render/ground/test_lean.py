"""The default theme's style sheets lose what only people need, and not a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.render.ground.lean import lean_css, lean_js
from nashra.settings import config


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        (
            "/* one */\na { b: c; }\n/* two */\n\n@media (min-width: 1px) {\n  d { e: f }\n}",
            "a{b:c}@media (min-width:1px){d{e:f}}",
        ),
        ('a::after { content: "/* ; } */  \\" b"; }', 'a::after{content:"/* ; } */  \\" b"}'),
        ("a { b: url(x/*y*/;z) '  ' }", "a{b:url(x/*y*/;z) '  '}"),
        (".a :is(b, c) d { e: calc(1px + 2px) }", ".a :is(b,c) d{e:calc(1px + 2px)}"),
        ("a:hover, b :focus,\n*, ::before { --x: 1 }", "a:hover,b :focus,*,::before{--x:1}"),
        ("a/* and */b { c: d }", "a b{c:d}"),
        ("a > b { c: 0.5em 10.05em var(--x0.5) 0 '0.5' }", "a>b{c:.5em 10.05em var(--x0.5) 0 '0.5'}"),
        ("", ""),
    ],
)
def test_a_style_sheet_keeps_its_rules_and_loses_its_blanks(text: str, expected: str) -> None:
    assert lean_css(text) == expected
    assert lean_css(expected) == expected


def test_a_sites_own_style_sheet_is_published_as_it_was_written(copy: Path) -> None:
    own = copy / "templates/assets/home.css"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("/* mine */\nh1 { color: red; }\n", "utf-8")
    output = build(config.load(copy)).output
    assert (output / "assets/home.css").read_text("utf-8") == "/* mine */\nh1 { color: red; }\n"
    style = (output / "assets/style.css").read_text("utf-8")
    assert "/*" not in style and "\n" not in style and "@media print{" in style


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/* What it does.\n   For people. */\n(() => {\n  let a = 1;\n})();\n", "(()=>{\nlet a=1;\n})();\n"),
        ("// a comment\n\nlet a = b ? c : d\n  // another\nf(a, b)\n", "let a=b?c:d\nf(a,b)\n"),
        ("say(\"a = b, // c\", 'd  =  e', `f = ${g, h}`)", "say(\"a = b, // c\",'d  =  e',`f = ${g, h}`)"),
        ('text.replace(/ , "/g, x) / 2', 'text.replace(/ , "/g,x) / 2'),
        ("const [a] = /[/ =]+ = b/.exec(c)", "const [a]=/[/ =]+ = b/.exec(c)"),
        ("a + +b - -c", "a + +b - -c"),
        ("see(`https://x.org/ = ${y}`)", "see(`https://x.org/ = ${y}`)"),
        ("", ""),
    ],
)
def test_scripts_lose_comments_and_blanks_and_no_text(text: str, expected: str) -> None:
    assert lean_js(text) == expected


def test_no_script_of_the_theme_has_a_text_over_lines() -> None:
    for script in (Path(__file__).parents[3] / "templates" / "assets").glob("*.js"):
        for line in script.read_text("utf-8").splitlines():
            code = line.partition("//")[0]
            assert code.count("`") % 2 == 0 and not code.endswith("\\"), f"{script.name}: {line}"
