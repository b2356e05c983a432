"""Texts about corrections, and about records whose text was removed."""

from __future__ import annotations

import re

from factsheets.content.article import Correction
from factsheets.dataset.model import Removal
from factsheets.site.translation import gettext as _
from factsheets.site.views.dates import day_text
from factsheets.site.views.texts import sentence

_NESTED = str.maketrans("“”", "‘’")
_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")


def field_name(field: str) -> str:
    """A field of a record as people call it; what is no field's name stays as it was written."""
    names = {
        "said": _("date said"),
        "said_basis": _("how the date is known"),
        "about": _("actor spoken about"),
        "topics": _("topic"),
        "not_said": _("not said in the source"),
        "answers": _("answer"),
        "also": _("further evidence"),
        "quote": _("quotation"),
        "quote_translation": _("our translation"),
        "via": _("cited source"),
        "url": _("address"),
        "other_names": _("other name"),
        "authors": _("author"),
        "roles": _("role"),
        "member_of": _("membership"),
        "questions": _("question"),
        "brief": _("sentence in brief"),
        "differences": _("difference"),
        "missing": _("what is missing"),
        "unused": _("paragraph not used"),
        "wording": _("publisher’s wording"),
        "members": _("member"),
        "participants": _("participant"),
        "former_ids": _("former id"),
        "corrections": _("correction"),
        "identifiers": _("identifier"),
        "figure": _("figure"),
        "derived_from": _("reprint of"),
        "independent_of": _("independent of"),
        "recalled": _("recalled as background"),
        "disputes": _("statement contested"),
        "replies_to": _("statement replied to"),
        "answers_fact": _("question answered"),
        "follows": _("event before"),
    }
    return names.get(field) or (field.replace("_", " ") if _NAME.fullmatch(field) else field)


def correction_text(each: Correction) -> str:
    """What changed and why: `date said was “2 May 2025”, is “3 May 2025”. Reason: Misread.`."""
    return _(
        "%(field)s changed from “%(was)s” to “%(now)s”. Reason: %(reason)s",
        field=field_name(each.field),
        was=each.was.translate(_NESTED),
        now=each.now.translate(_NESTED),
        reason=sentence(each.reason),
    )


def correction_kind(each: Correction) -> str:
    """`Corrected`, or `Clarified` where only the wording changed and nothing was wrong."""
    return _("Clarified") if each.kind == "clarification" else _("Corrected")


def dated_kind(each: Correction) -> str:
    """`Corrected 4 May 2025`."""
    if each.kind == "clarification":
        return _("Clarified %(day)s", day=day_text(each.date))
    return _("Corrected %(day)s", day=day_text(each.date))


def removal_text(removal: Removal) -> str:
    """When and why a record's text was removed."""
    day = day_text(removal.date)
    if removal.reason == "legal":
        return _("Removed on %(day)s for legal reasons.", day=day)
    if removal.reason == "privacy":
        return _("Removed on %(day)s to protect somebody’s privacy.", day=day)
    return _("Removed on %(day)s because it should not have been recorded.", day=day)
