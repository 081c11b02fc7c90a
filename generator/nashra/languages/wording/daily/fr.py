"""Words of every day that French has alone, see `nashra.languages.wording.daily`."""

from __future__ import annotations

DAILY = """
abaissé absolue accord accordé accueilli accueillir accusé accusés achevée acquitté actuellement adopté affirme
affirmé africain agriculteurs ainsi ajouté algérien allemand aller alors ambassadeur amende américain
américaines américains anniversaire annoncé annulé année années août appel appelez appelle appelé approuvé après
arbitre arbres archéologues arrivé arrivée arrêté assuré atteindre atteint attendus aucun aucune augmenté auprès
aura auront autorités autres avaient avait avant avec averti avions avocat avoir avons avril aérienne baisse
baissé balayé banque baril barils barrages bateau bateaux battu beaucoup bilan blessé blessés bloquées
britannique brésilien budgétaire buteur buts bénéficiaires bénéficié calme camion campagne candidat candidates
candidats capacité capitale carrière cars case cases catastrophe celles centaines centrale cents cependant cette
chaleur chambre championnat chancelier chanteuse chaque cheffe chercheurs cherté chez choléra chuté cinq
cinquième cinéaste clients combats comité comme commence commentaire commenter commerces compagnie compter
condamné confirmé conférence consacré conseil constitutionnelle constructeur construire consécutive contrat
contre contrôle coupe coupé cour coureur cours coût coûtera coûté crues célébré céréales côtes dans dattes
dealers degrés demain demandé demi demie depuis dernier dernière dette deux deuxième devraient devrait dimanche
diplomates diplomatie directe directeur discuter disent disparus dissimulées dissoudre dizaines doit domicile
donné dont dossier douanes doubler doublé douze draft drogue droit durera débloqué début débutera décembre
décidé déclaré décombres défaite défense déficit dégâts démenti dépasse dépenses député députés désormais
effectifs emploi emplois emporté enchères encore endommagé enfants engagée enquête enregistré enseignants
ensuite entraîneur entraîné entre entreprises entretenu environ espagnole estimé européenne examinera exclu
exhorté exporté exposants exposées expulsés faim fait famille familles faute faveur femmes ferme fermé fermées
fixé fois fonctionner fonds fortes forêt four fournir foyers français frappé froid fumeurs février gardien
gazoduc gouvernement gratuite groupe grâce grève guerre générale habitants hausse heures hier histoire homologue
hors huit humanitaire hôpitaux immeuble immédiat immédiate imposée impôts inauguré incendie inconnues indique
indiqué ingénieurs inquiétude inscrit interdit internationale interpellé interrogées investissements invité
iranien irrégulière isolés israélien italien jamais janvier japonais jeudi jeune jeunes jobs jordaniens jouera
joueur joueurs jour journaliste journalistes journée jours judiciaire juge juillet juin jusque kilomètres laissé
lait lancé leur leurs libanais liberté libéré lieu light ligne lits livraisons livre livres livré lors lorsque
lumière lundi maintenant maire mais maisons majorité malgré manifestants manifesté manque marche marché mardi
marge marocain matchs matin mauvais menée mercredi midi militante milliard milliards milliers millimètres
ministre ministère minuit moins mois moitié mondiale montagne monétaire mort morts motos must musée mètres
médecin médecins médicaments ménages météo même nationale neige neuf nigérian niveau nombre nommé nouveau
nouveaux nouvel nouvelle nouvelles novembre noyés nuit numéro obtenir obtenu octobre officiel onze open opposé
organisé ouvert ouverte ouvertes ouvriers pape parce parmi parti participé partir parue passagers passe passer
passé pauvreté payer paysans pendant people perdu personne personnes peut peuvent pire pièces plaidé planning
pluie pluies plusieurs plutôt policiers politique pompiers portes portugais portés poste pourparlers poursuivre
pouvoir premiers première premières presque presse preuve preuves printemps pris privé privés prochain produit
produite projet prolonger promis prononcé provisoire provoque près précisé présence présidentielle prévenu
prévoit prêt publics publié puis puisque péri pétrole pêcheurs qatarie qualifié qualifiée quand quarante quart
quartier quartiers quarts quatorze quatre quel quelque quelques quitté quoi rafales ralenti rapide ravagé
recettes recherches reconnu reculé refusé rejeté relevé remis remonte remporté rencontre rencontrer rencontré
rendre reporté reprendront repris restait reste restent retard retirer retour retraités retrouvé revendiqué
revenu reçu rien risque rougeole routes rouvert royaume rues russe russes récolte récompense réduit réduite
réforme réfugiés régions répondu réseau résultat résultats réunion réussite révèle sacré sains saison sait
salaire salle salué samedi santé saoudien saoudite sauf saufs sauveteurs secours secoué secrétaire secteur selon
semaines septembre sera serait seront seuil seul seule signé single siècle siège sièges société soir soit
soldats sommet sont souffre soupçonnés sous soutien souveraineté spectateurs start suffrages superficie support
supprimer suprême sursis surtout survécu syndicat syndicats sécheresse sécurité séisme sélectionneur tandis taux
tempête tenu terme terminé texte thermomètre tiers tirs titre tombé toujours touristes tous tout toute toutefois
toutes traders travailleurs travaux treize treizième trente trimestre trois troisième troupes trouve trouvé
trêve tunisien turc turque téléphonique tête unies vaccin vaccinés vainqueur valeur vendredi vendu ventes vers
verser vert victimes victoire vieux vigueur ville villes vingt visite visiteurs visité voici voitures voix vols
volé voté voulons voyageurs winner échange école écoles écrit égyptienne électeurs élire élus élèves équipe
étaient était étranger étrangères étudiants évoqué être
"""
