"""Words of every day that English has alone, see `nashra.languages.wording.daily`."""

from __future__ import annotations

DAILY = """
about above abroad accord according accused added adjourned adopted advertising affected after against aged
agreed agreement ahead airport alive allocated allowed almost alone although always ambassador among anniversary
announced another anyone anything appeals appointed approved area arms army around arrested arrived artefacts
aside asked attack author authorities autumn award away back backed badly bail ballots banned barely beat
beating because beds been before begin behind being below best between bigger billion blast blaze boat boats
book border born borrowers both bought bound broke brought build building built call called calling came
campaign cancelled candidates cannot capacity captivity carmaker carrying cars case cases casualties cattle
caused ceasefire celebrated chaired chamber championship charged chase child cities claimed cleared close closed
coast compared complain concern confirmed considered contract control cost costs counterpart countries country
courtroom cover create crops crossing crowned crude damaged dawn days dead dealers death debate debt decades
decided declined defeat defendants deficit degrees demanding denied described despite destroyed died diplomats
director disaster discuss dissolve districts doctor does door doubled dozens draft draw drinking drop dropped
drought during each earlier early earthquake eased eastern economy effect eight elect elected electric
electricity eleven embassy ended enough entering envoy equipped estimates ever every everyone everything exams
except exhibitors expect expected expects expelled factories factory failed fallen families family farm farmers
farming fell fifth fighting find fined finished fire first fishing fled flew flights flooding floods food
forecast foreign forest found four free freed freedom from full further gathered give given goalkeeper goes gone
governor granted greater group grow growth half handed harvest have head hearing heatwave heavy held hell hidden
higher highest holds homes honour hospitals hour hours households houses however humanitarian humanity hundred
hundreds hunger hurt immediate including increase injured injury into investors involved issued jail jobs joined
judge keep kicks killed killing kilograms kilometres kingdom knocked knows lack largest late launched lawmaker
lawmakers lawyer least leaving left lenders less lieu light livestock living loan longer lorry losses lost lower
lowest made majority march market markets mayor measles medicines meet members metres midnight military milk
millimetres ministry missed missing month months more mostly motorway mountain municipality museum must named
near nearly need neighbourhood neighbours neither nobody noon north northern novel nowhere number nurses
officers often older oldest only open opened opening opens ordered other others output outright outside over
overnight overturned owners paid painting pandemic passed passengers past penalties pensioners people performed
perhaps phone planes planet planning platforms played players pledged postponed pounds praised pregnancy
previous prices prize produces promised prosecutor protest protesters published pupils quart quarter quarters
quarts quite rain rainfall rainforest ranked rather reach reached ready rebuild recalled receive received
recorded referee reform reforms refugees rejected release released remain remains reopened reported reports
request rescued researchers residents resigned restored results resume resumed return returned right risen risk
river road roads rocked room routes rubble rule ruling runner running runs safe said same sank saying says
schoolchildren search season seats sector seek seeking seized sentenced serious servants seven shares sheep
shelter shelters shopkeepers short shortly shot should shown shows shrunk shut sidelines sides signed since
singer single smaller smokers sold soldiers some somebody something somewhere sovereignty speech spending
spokesman spokeswoman spring spying stake start starts statement statements stay stayed step stood storm
straight stranded streets stretches strike striker strong struck students study such summer summit supplies
supply support surgery survey survived suspected suspended suspicion swept take taken takes taking talks
teachers teams teenagers temperatures term than that their them then there therefore these they third thirds
those though thousand thousands three through time title told toll tomorrow took traders traffic trapped
travellers trees troops truce twelfth unchanged under unearthed unharmed unity unknown unless unlikely until
urged value victory villagers visit visited visitors voters waiting wall want warned waste weak website weeks
welcomed well went were whatever wheat when where whereas whether which while wider winds winner winter with
within without woman work workers workforce working worth would wounded wrapped writer year years yesterday
young younger
"""
