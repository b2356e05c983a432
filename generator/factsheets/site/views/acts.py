"""What a speaker does: the acts, in words."""

from __future__ import annotations

from factsheets.content.types import ACTS, N_
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _

_VERBS = {
    "says": N_("says"),
    "asks": N_("asks"),
    "answers": N_("answers"),
    "declines": N_("declines"),
    "announces": N_("announces"),
    "denies": N_("denies"),
    "calls-for": N_("calls for"),
    "proposes": N_("proposes"),
}
# Nouns, which fit one speaker and several. The other acts are clear from their statements.
_CHIPS = {
    "denies": N_("Denial"),
    "calls-for": N_("Call to act"),
    "proposes": N_("Proposal"),
}


def act_chip(act: str) -> str:
    """`Denial`; empty for an act that has no chip."""
    return deferred(_CHIPS[act]) if act in _CHIPS else ""


def act_verb(act: str) -> str:
    """`calls for`."""
    return deferred(_VERBS[act])


def act_text(act: str) -> str:
    """`denies: the speaker’s own words say that something is not so`."""
    return _("%(act)s: %(meaning)s", act=act_verb(act), meaning=deferred(ACTS[act]))


def acts_text() -> tuple[str, ...]:
    """Every act with its meaning."""
    return tuple(map(act_text, ACTS))
