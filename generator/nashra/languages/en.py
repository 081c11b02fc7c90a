"""What Nashra knows of English beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, SearchWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.m approx apr aug bros capt co col corp dec dept dr e.g est ext feb ft gen gov hon i.e inc jan jr jul
        jun lt ltd mar mr mrs ms mt nov oct p.m prof rep rev sen sep sept sgt sr st u.k u.n u.s
        """
    ),
    # "Dupont Sr. left"; in Spanish and Portuguese a name follows: "el Sr. García"
    may_end=words("a.m p.m u.s u.k u.n inc ltd co corp bros jr sr"),
    length=1.25,
    series=words("ISSN"),
    head=HeadWords(
        yes=words("yes y true on 1"),
        no=words("no n false off 0 never"),
        draft=words("draft wip todo do_not_publish not_for_publication"),
        held=words(
            """
            draft drafts drafted is_draft draft_mode hidden hide private is_private unlisted unpublished not_published
            unpublish do_not_publish dont_publish no_publish nopublish not_public wip work_in_progress
            in_progress pending pending_review in_review review to_review needs_review under_review hold on_hold held
            embargo embargoed under_embargo embargo_until password protected internal confidential secret todo trash
            trashed deleted removed withdrawn archived disabled inactive offline unfinished incomplete not_ready
            scheduled future auto_draft not_yet to_do retracted retract skip ignore ignored exclude excluded
            eleventyexcludefromcollections depublished blocked
            """
        ),
        public=words(
            """
            published publish to_publish to_be_published is_published publishing public is_public visible listed
            """
        ),
        done=words(
            """
            live is_live online ready approved validated final finished done complete active enabled released release
            """
        ),
        checked=words(
            """
            reviewed verified checked proofread corrected confirmed approval validation sign_off
            permalink render rendered output list show shown display displayed indexed
            """
        ),
        denied=words("not not_yet never dont do_not"),
        remark=words(
            """
            todo fixme to_translate to_be_translated
            to_check to_verify to_be_checked check_this please_check note_to_editor note_to_self note_to_desk
            internal_note
            """
        ),
        status=words("status post_status workflow visibility stage publication_status"),
        since=words(
            """
            publish_date publishdate publish_on publish_at publish_from publish_after date_published published_date
            published_at published_on pubdate pub_date release_date go_live available_from visible_from embargo
            embargo_until start_date
            """
        ),
        until=words(
            """
            expire_date expires_on expires_at expiry expiry_date expirydate expiration expiration_date expired
            expires_after expire_at unpublish unpublish_date unpublish_on unpublishdate unpublish_at publish_until
            publish_to visible_until available_until valid_until until end_date take_down remove_on remove_after
            """
        ),
        meant={
            "tags": "topics",
            "tag": "topics",
            "category": "topics",
            "categories": "topics",
            "section": "topics",
            "keywords": "topics",
            "subjects": "topics",
            "description": "summary",
            "excerpt": "summary",
            "abstract": "summary",
            "lead": "summary",
            "lede": "summary",
            "intro": "summary",
            "by": "author",
            "byline": "author",
            "writer": "author",
            "authors": "author",
            "language": "lang",
            "locale": "lang",
            "permalink": "slug",
            "url": "slug",
            "redirect_from": "aliases",
            "lastmod": "updated",
            "last_modified": "updated",
            "modified": "updated",
            "modified_at": "updated",
            "updated_at": "updated",
            "cover": "image",
            "photo": "image",
            "picture": "image",
            "thumbnail": "image",
            "featured_image": "image",
            "headline": "title",
            "urgent": "breaking",
            "breaking_news": "breaking",
            "origin": "source",
            "translation_of": "translation",
            "translated_from": "translation",
        },
        ordinary=words(
            """
            note notes name site size state time file page pages rate late lat day days data base case cat code role
            tie tier tile files title_tag rat art raft craft crafts drift graft draw drag drama dart daft grant
            expert experts express empire empires date_line dateline tags type types link little place mate gate
            game sale table cite items item lite kite bite stale skate estate rated dated titled tiles
            """
        ),
    ),
    questions=words("who whom whose what when where which why how many much is are was were did does do will there"),
    search=SearchWords(possessive="s"),
    small_words=words(
        """
        the of and to in is that for was on with as by at from has have it be are this an his her which
        their a said will not he she they were or its who after
        """
    ),
    words_a_minute=228,
    locales=("en", "en_GB"),
    term=("public debate",),
    desks=words(
        """
        staff desk newsroom agency team editors bureau ministry organisation organization
        magazine press association network
        """
    ),
    sample="the report cites {} again.",
    pictures=("WhatsApp Image", "Screenshot", "image", "photo", "picture", "untitled"),
    demonym_endings=("s",),
    connectors=words("of the for de du la el al ben bin ibn ould ait von van der di da do"),
    articles=words("the"),
    place_signs=words("in at near from city town village region"),
    inside_signs=words("in"),
    belonging=words("of for the"),
    heads_inside=True,
)
