"""Groups of words of English that deny nothing, see `Wording.idioms`."""

from __future__ import annotations

IDIOMS = """
never_more never_so not_to_mention no_wonder not_to_be_missed not_until nothing_less no_small no_stranger
no_secret not_only no_longer_only no_doubt no_less_than no_fewer_than not_least not_just without_doubt
unprecedented all_but than_ever if_ever as_ever no_later_than no_sooner not_far no_matter nothing_but no._1
left_~_door_open leave_~_door_open leaves_~_door_open door_~_open no_more_than not_more_than not_exceeding
without_delay without_warning without_exception without_fail without_question without_hesitation no_confidence
don_t_forget not_to_forget not_the_only not_alone no_exception no_easy_task no_mean_feat nothing_short_of
none_other_than or_not whether_or_not like_never_before never_before_seen not_long_after not_long_before
in_no_time more_often_than_not with_or_without can_t_wait no_holds_barred not_bad cannot_but not_without
never_stopped never_stops never_ceased never_looked_back never_fails_to no_mistake not_unlike not_uncommon
wasted_no_time wastes_no_time lost_no_time leaves_nothing_to_chance pulled_no_punches nothing_more_than
never_far no_laughing_matter not_so_much not_content_with wasn_t_until was_not_until
"""
