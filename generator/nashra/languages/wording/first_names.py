"""First names, folded, by which the guards know people; in any language with capitals."""

from __future__ import annotations

from nashra.languages.names.capital_words import FIRST_NAMES as OF_ALL_TEXTS
from nashra.languages.spec import words

FIRST_NAMES = OF_ALL_TEXTS | words(
    """
    abdelaziz abdelilah abdellatif abdelmadjid abdullah abdallah aziz bachir mustapha mustafa mohammad mahmoud khaled
    khalid nasser nabil said salah sami samir rachid reda saad youssef yousef ibrahim ismail hicham hussein hossein
    hamid fouad driss brahim bilal anwar anouar adil amine amina aicha leila layla latifa malika mounir naima noureddine
    rania saida salma samira soraya yasser zineb emmanuel francois olaf donald vladimir joe barack angela ursula antonio
    recep xi narendra volodymyr giorgia pedro jose luis carlos juan miguel diego lionel cristiano kylian zinedine walid
    achraf hakim kais gerard jacques jean-pierre nicolas edouard elisabeth bruno gabriel michel rishi boris keir marco
    sergei dmitri ali hassan fathi sadiq benjamin yoav ismael yahya bashar abdel tayyip mario silvio matteo viktor
    """
)
