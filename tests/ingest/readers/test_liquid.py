"""What Liquid says of code and of text that it leaves alone."""

from __future__ import annotations

import pytest

from nashra.ingest.readers import liquid
from nashra.ingest.readers.markdown_dialect import adapt

PAIRS = [
    # a block of code becomes a fence, wherever the tags around its text stand
    ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
    ("{% highlight ruby linenos %}\n{% raw %}\n{{ x }}\n{% endraw %}\n{% endhighlight %}", "```ruby\n{{ x }}\n```"),
    ("{%- highlight html -%}{% raw %}\n<b>{{ x }}</b>\n{% endraw %}{% endhighlight %}", "```html\n<b>{{ x }}</b>\n```"),
    ("{% raw %}\n{% highlight html %}\n{% endhighlight %}\n{% endraw %}", "{% highlight html %}\n{% endhighlight %}"),
    ("نص: {% highlight yaml %}\na: 1\n{% endhighlight %} ثم", "نص:\n```yaml\na: 1\n```\n ثم"),
    ("{% highlight md %}\n```\nx\n```\n{% endhighlight %}", "````md\n```\nx\n```\n````"),
    ("1. one\n\n   {% highlight sh %}\n   ls\n   {% endhighlight %}", "1. one\n\n   ```sh\n   ls\n   ```"),
    ('{{< highlight go "linenos=table" >}}\nx := 1\n{{< / highlight >}}', "```go\nx := 1\n```"),
    ("{% highlight %}\nplain\n{% endhighlight %}", "```\nplain\n```"),
    # what is left alone stays, also around whole texts and in fences; comments are for nobody who reads
    ("{% raw %}\nUne `{{ x }}` et {{ y }}\n{% endraw %}", "Une `{{ x }}` et {{ y }}"),
    ("```liquid\n{% raw %}\n{{ x }}\n{% endraw %}\n```", "```liquid\n{{ x }}\n```"),
    ("avant\n\n{% comment %}\nnote\n{% endcomment %}\n\naprès", "avant\n\naprès"),
    ("un {% comment %}note{% endcomment %}mot", "un mot"),
    ("اكتب {{ '{% x %}' }} هنا", "اكتب {% x %} هنا"),
    ("`{% raw %}{% I18n_Headers %}{% endraw %}` et `{{ a }}`", "`{% I18n_Headers %}` et `{{ a }}`"),
    ("du code :\n\n    {{ x }}\n\n    {% if y %}", "du code :\n\n    {{ x }}\n\n    {% if y %}"),
]


@pytest.mark.parametrize(("typed", "ours"), PAIRS)
def test_code_is_code_and_what_stands_in_it_is_no_tag(typed: str, ours: str) -> None:
    assert adapt(typed, 1) == (ours, [])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{% highlight ruby %}\nputs 1", ["line 5: {% highlight ruby %}"]),
        ("a {% endraw %} b", ["line 5: {% endraw %}"]),
        ("{% highlight sh %}\nls\n{% endhighlight %}\n\n{% if x %}", ["line 9: {% if x %}"]),
        ("- a\n\n    {{ page.x }}", ["line 7: {{ page.x }}"]),
    ],
)
def test_what_nothing_closes_and_tags_of_the_theme_are_told_with_their_line(typed: str, told: list[str]) -> None:
    assert [each.partition(" is no")[0] for each in adapt(typed, 5)[1]] == told


def test_tags_in_code_are_hidden_from_whoever_resolves_links() -> None:
    typed = "{{ a }} `{{ b }}`\n```\n{{ c }}\n```\n{% raw %}{{ d }}{% endraw %}\n{% highlight x %}\n{{ e }}\n{% endhighlight %}"
    veiled = liquid.veiled(typed)
    assert "{{ a }}" in veiled and not any(f"{{{{ {each} }}}}" in veiled for each in "bcde")
    assert liquid.shown(veiled) == typed and adapt(veiled, 1)[0] == adapt(typed, 1)[0]
