"""First names, folded, by which the guards know people; in any language with capitals."""

from __future__ import annotations

from nashra.languages.names.capital_words import FIRST_NAMES as OF_ALL_TEXTS
from nashra.languages.spec import words

FIRST_NAMES = OF_ALL_TEXTS | words(
    """
    abbas abdallah abdel abdelaziz abdelfattah abdelhak abdelhamid abdelilah abdelkader abdelkrim abdellatif
    abdelmadjid abdelmalek abdelwahab abderrahim abderrahmane abdou abdullah achraf adam adel adil adnan adrian
    ahlam aicha aissa akram alaa alan alassane albert alex alexander alexandra alexandre alexis alfred ali alia
    alice amadou amal amani amelie amina amine amira ammar amy anas anass andrea andrew andy angela anne-marie
    anouar anthony antonio anwar arnaud arthur ashraf aurelie aya ayman ayoub azeddine aziz bachir badr baptiste
    barack bashar basma bassam beatrice benazir benjamin bernard bilal billie bola boris boubacar brad brahim
    brigitte bruce bruno carl carla carlo carlos carol caroline catherine cecile celine chaimae chakib charlie
    chloe chris christian christine christopher claire clement craig cristiano cyril dalal damien daniela dave
    deborah denis dennis derek diana didier diego dina djamel djamila dmitri dominique donald driss dylan
    edouard eduardo edward elena eleonore elisabeth elise elizabeth ella emil emilie emily emmanuel emmanuelle
    enrique erica ernest esther etienne eugene eva evan fabien fabrice faisal faiza farah fares farid farida
    fathi fatiha fayrouz fayza felipe felix fernando florent fouad francesca francesco francis francisco
    francois franz fred frederic friedrich fumio gabriel gabriela gaelle gary gavin gerard ghada ghassan gilles
    giorgia giovanni giuseppe gonzalo graham greg gregory guillaume gustavo habib haitham hakim hamad hamid
    hamza hana hanan hani hans harold haroun harry hasna hassan hatem heather helen helene helmut hicham hiroshi
    hossein houda houria hugo hussein ian ibrahim ibrahima idriss ignacio igor ikram ilham iman imane imran
    indira ingrid irene isabel isabelle ismael ismail issam ivan jacob jacques jalal jalila jamal jamila janet
    jason javier jean-baptiste jean-claude jean-francois jean-luc jean-marc jean-michel jean-pierre jean-yves
    jeff jeffrey jenna jennifer jens jeremy jerome jesse jessica jill jim jinping joan joanna joao joe johann
    johanna johannes jonathan jong jorge jose josef joshua juan judith jules julian julien jurgen justin kais
    kamal kamel karam karen karima karine karl kate katherine katie keir ken kenji kenneth keqiang khadija
    khaled khalid khalil kim klaus kylian lahcen lamia larry latif latifa laurence laurent layla leila leon
    leonard leonardo liam lina linda lionel lois lorenzo lotfi loubna lucas lucia lucie luigi luis luka luke
    macky maha mahamat mahdi mahmoud mahmud majid malak malika mamadou manal manmohan manon mansour manuel marc
    marcel marcelo marco margaret margaux maria marina mario marion marta martha martine marwan maryam mathieu
    matt matteo matthew matthias maurice maxime mehdi melanie melissa michel michele michelle miguel mikhail
    mohammad mohcen mohsen moncef monica monique morgan moulay mouna mounir mourad moussa muhammadu munir musa
    mustafa mustapha nabil nabila nada nadim nadine naguib naima najat naji najib nancy narendra nasrin nasser
    natalia nathalie nathan nawaf nawal nawaz nazha neil nelson nezha nick nicolas nicole nigel nina nizar noah
    nora noura noureddine novak olaf olga oliver olivier omar osama oscar othman ousmane oussama pablo pamela
    pascal patricia patrick paul paul-henri pauline paulo pedro peter petra phil philippa pierre-yves rabab
    rabia rachel rachid rachida rafael rafal rafik rafiq raghad rahul ralph rami ramzi rana randa rania ranil
    raphael rasha rashid raul rayan raymond rebecca recep reda renaud rene ricardo rida rishi rita roberto robin
    rodrigo roger roland romain ron ronald rosa ruben rudolf russell ruth ryan saad sabrina sadiq said saida
    saif sakina salah salim salma salman sami samir samira samuel sandra sandrine santi sarah scott sean
    sebastian sebastien selim serena serge sergei sergio shehbaz sheikh sheila sherif shinzo siham silvio
    sofiane sophie soraya souad soufiane stefan stefano stephane stephanie stephen steven stuart suleiman susan
    suzanne svetlana sylvain sylvie taha tamara taoufik tatiana tawfik tayyip ted teresa tewfik thabo theo
    theodore theresa therese thierry tiago timothy todd tom tomas tracy tristan ulrich ulrike ursula valentin
    valerie vanessa vera veronique victor viktor vincent virginie vittorio vivian vladimir volodymyr wael wafa
    wahid waleed walid walter warren wendy werner wilfried willem wolfgang xavier xi yahia yahya yann yannick
    yasmin yasmina yasmine yasser yassine yoav yoshihide younes yousef youssef yunus yves zakaria zaki zakia
    zaynab ziad zineb zinedine zoe zoubir
    """
)
