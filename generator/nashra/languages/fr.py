"""What Nashra knows of French beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        av avr bd cie déc env févr gén janv juil m max me min mlle mm mme mmes nov oct p.ex pr réf sept
        ste sté tél éd
        """
    ),
    length=1.4,
    first_of_month="er",
)
