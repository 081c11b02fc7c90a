"""Words of English for the two sides of one thing, see `Wording.opposites`."""

from __future__ import annotations

SIDES = """
run:on continue continues continued goes_on go_on going_on ongoing
run:off halted stopped called_off ceased
medal:gold gold
medal:silver silver
medal:bronze bronze
civil:yes civilian civilians
civil:no soldier soldiers troops servicemen
stay:same unchanged
stay:change change changed changes changing
bound:most within
move:up jumped surged raising hiked
move:down cut cuts cutting slashed slash lowered lowering reduced reducing reduction
move:up raise raised rose rise rises risen rising increase increased increases increasing climbed grew soared up_from
move:up up_by was_up were_up is_up are_up up_~_percent points_higher higher_than
grow:up grow grows grew grown growth growing
grow:down contracted contraction shrink shrinks shrinking
move:down fell_back slipped slid plunged slumped tumbled retreated shrank eased
move:down fell fall falls fallen falling decrease decreased decreases dropped declined decline dropping down_from
move:down down_by was_down were_down is_down are_down down_~_percent points_lower lower_than
vote:yes approve approved approves adopt adopted adopts accept accepted accepts ratified endorsed backed passed
vote:yes approval approves approving gave_~_approval
vote:no reject rejected rejects refuse refused refuses
game:won won win wins beat winning victory defeated beats beating triumph triumphed overcame overcomes edged thrashed
game:won downed outclassed prevailed victorious dispatched dispatch clinched trounced saw_off
game:draw draw draws drew tied equalised equalized equaliser equalizer equalising equalizing levelled leveled stalemate
none:game lost_their lost_his lost_her lost_power lost_contact lost_consciousness lose_their lose_his lose_her
none:game winless without_a_win unbeaten undefeated drew_~_attention drew_~_crowd drew_~_criticism drew_up
none:game draw_up drawing_up prize_draw drew_on draws_on draw_on win_over won_over drew_~_ire
game:lost beaten_by lost lose loses losing defeat
door:open open opened opens reopened reopening opening reopen inaugurated
door:shut cut_off blocked_off close closed closes closing closure shut
trade:out export exports exported
trade:in import imports imported
side:north north northern
side:south south southern
side2:east east eastern
side2:west west western
shore:atlantic atlantic
shore:inner mediterranean
shore:red red_sea
span:last last previous past_week past_month past_year past_days past_weeks past_months past_years past_season
span:last past_decade past_hours
none:span at_last last_ditch last_resort last_word last_straw past_midnight
span:next next coming_week coming_weeks coming_month coming_months coming_days coming_year coming_years coming_hours
span:next coming_season coming_winter coming_summer
none:span next_to next_door next_of_kin
day:before yesterday last_night
day:after tomorrow
season:winter winter
season:summer summer
season:spring spring
season:autumn autumn
order:before before
order:after after
none:day month_before week_before year_before months_before weeks_before years_before days_before before_and_after
none:day after_all the_day_before before_long day_after_tomorrow day_before_yesterday named_after look_after
share:half half halve halved halves
share:double double twice doubled doubling
none:part half_hour half_time half_way second_half first_half last_half half_a_dozen
none:part scored_twice scoring_twice scores_twice struck_twice netted_twice double_murder double_attack
say:denied denied denies deny denying
say:admitted admitted admits admit admitting
deal:bought buy buys bought buying acquired acquires acquire purchased acquisition
deal:sold sell sells sold selling
bound:least at_least minimum
bound:most at_most maximum no_more_than
verdict:upheld upheld uphold upholds
verdict:void overturned quashed annulled overturns quashes quash overturn
phase:early early beginning
phase:late late end
number:more more_than over above exceeding
number:more topped tops topping surpassed surpasses exceeded exceeds passed_the crossed_the beyond
number:less less_than fewer_than under below
case:innocent acquitted innocent cleared
case:guilty convicted guilty
people:dead killed killing dead deaths died kill kills
people:hurt hurt wounded injured wounding injuring wound injure injuries
game:lost eliminated_by was_eliminated were_eliminated been_eliminated eliminated_from knocked_out_of knocked_out_by
game:lost was_knocked_out were_knocked_out been_knocked_out crashed_out
case:innocent acquittal
case:guilty conviction
allow:yes allow allows allowed allowing permit permits permitted authorise authorised authorize authorized let lets
allow:yes authorises authorizes authorising authorizing
allow:no bar bars barred barring block blocks blocked blocking forbid forbids forbade forbidden prohibits prohibited
allow:no prevent prevents prevented preventing ban bans banned banning outlawed refuse_to_let refused_to_let
vote:yes accept accepts accepted accepting agreed_to agrees_to agree_to welcomed
vote:no turned_down turn_down turns_down turning_down declined_to declines_to refused refuses refuse rejected rejects
move:up higher
none:rank higher_education higher_court higher_council higher_committee higher_institute higher_ground
move:up raises lifted_~_rate lifted_~_rates hike hikes hiking increases soar soars jump jumps surge surges climb
move:up climbs
move:down lowers lower lost_~_percent shed_~_percent plunge plunges tumble tumbles slump slumps decreasing shrinks
side2:east southeast southeastern northeast northeastern south-east north-east south-eastern north-eastern
side2:west southwest southwestern northwest northwestern south-west north-west south-western north-western
case:innocent been_dropped were_dropped charges_dropped not_guilty innocence exonerated
case:guilty pleaded_guilty pleads_guilty found_guilty
hold:yes still_holding is_holding largely_holding
hold:no not_holding broken_down
start:yes began begin begins started starts launched launch launches resume resumed resumes
start:no ended ends halted halts
come:in arrive arrives arrived arriving
come:out departed departs departing
sign:yes signed signs sign
sign:no withdrew_from pulled_out_of withdrawn_from
back:yes supports supported support backs backing
back:yes in_favour in_favor favour favours favor favors
back:no opposes opposed oppose
sense:more strengthen strengthened strengthens tighten tightened tightens
sense:less weaken weakened weakens ease eased eases relax relaxed
gain:yes profit profits
gain:no loss losses
people:alive unharmed alive survived survive survivors safe_and_sound rescued
found:yes found located
found:no missing disappeared
found:no unaccounted_for
last:yes last_to last_ones_to
last:no first_to
soon:early too_soon too_early
soon:late too_late
far:left far_left far-left left-wing left_wing leftist hard_left
far:right far_right far-right right-wing right_wing rightist hard_right
rank:high highest
rank:low lowest
fee:no free_of_charge for_free free_admission
fee:yes for_a_fee paying charge_admission
job:more create created creates creating hire hires hiring
job:fewer axe axed axes axing lay_off laid_off lays_off layoffs cut_~_jobs cutting_~_jobs scrap scrapped
advice:yes recommend recommended recommends recommending
advice:no recommend_not recommended_not recommends_not recommend_against recommended_against warn_against
advice:no warned_against warns_against warning_against advise_against advised_against discouraged
"""
