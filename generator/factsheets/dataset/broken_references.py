"""References that lead nowhere, or to something of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsheets.content.kinds import KINDS, Kind, with_article
from factsheets.dataset.known import Known
from factsheets.dataset.model import Locate, Path, file_of
from factsheets.dataset.references import LEADS_TO, Nearest, did_you_mean, of_record
from factsheets.problems.problem import Problem

_LISTED = 8  # ids in a message


def wrong_references(known: Known, locate: Locate) -> Iterator[Problem]:
    """Each wrong reference at its place; only records with a name that nothing has are read."""
    names = known.names
    near = {what: Nearest(known.ids(what)) for what in KINDS}
    near["fact"] = Nearest(known.facts)
    for kind, records in known.sheets.records.items():
        for record_id, each in known.ties[kind].items():
            if all(named <= names[what] for what, named in each.refers.items()):
                continue
            file = file_of(kind, record_id)
            for what, name, path in of_record(records[record_id]):
                if name in names[what] or _in_a_draft(known, record_id, kind, name, path):
                    continue
                wrong = _not_shown(what, name, known) or _complaint(what, name, known, near)
                if wrong:
                    code, message, advice = wrong
                    yield Problem(code, message, locate(file, path), advice)


def _in_a_draft(known: Known, record_id: str, kind: Kind, name: str, path: Path) -> bool:
    """Whether a draft names a draft: both will be published together."""
    if kind != "article" or not any(name in each for each in known.drafts.values()):
        return False
    own = known.ties["article"][record_id].facts
    drafts = known.drafts["fact"]
    return record_id in known.drafts["article"] or (
        path[0] == "facts" and isinstance(path[1], int) and own[path[1]] in drafts
    )


def _not_shown(kind: str, name: str, known: Known) -> tuple[str, str, str] | None:
    """What is wrong with a name of what was removed, or is a draft."""
    kind = LEADS_TO.get(kind, kind)
    name = name.partition("/")[0]
    if name in known.removed[kind]:
        return (
            "names-removed",
            f'The {_NOUNS.get(kind, kind)} "{name}" was removed.',
            "Take its id out, and with it every sentence of ours that rests on it. A fact whose "
            "speaker, event, only topic or publisher was removed is removed as well.",
        )
    if name in known.drafts.get(kind, ()):
        return (
            "names-draft",
            f'The {_NOUNS.get(kind, kind)} "{name}" is a draft, and this is not.',
            "Take status: draft out there, or take its id out here until then.",
        )
    return None


_NOUNS = {"fact": "statement"}


def _complaint(
    kind: str, name: str, known: Known, near: Mapping[str, Nearest]
) -> tuple[str, str, str] | None:
    """What is wrong with a name that nothing of this kind has."""
    if kind in {"publisher", "state"}:
        return _wrong_kind(kind, name, known) or _unknown("actor", name, near)
    if kind == "question":
        return _wrong_question(name, known, near)
    if kind == "fact":
        # A fact of an article that could not be read is missed for that reason alone.
        if known.sheets.broken.get("article"):
            return None
        return "unknown-fact", f'There is no fact "{name}".', near["fact"].did_you_mean(name)
    return _unknown(kind, name, near)


def _unknown(kind: str, name: str, near: Mapping[str, Nearest]) -> tuple[str, str, str]:
    new = f"New {kind}? Run: facts new {kind} {name}"
    return (
        f"unknown-{kind}",
        f'There is no {kind} "{name}".',
        " ".join(filter(None, (near[kind].did_you_mean(name, ""), new))),
    )


def _wrong_kind(kind: str, name: str, known: Known) -> tuple[str, str, str] | None:
    actors = known.ties["actor"]
    if name not in actors:
        return None
    own = actors[name].kind
    wanted = [key for key, other in actors.items() if other.kind == kind]
    listed = f"Known: {', '.join(wanted)}." if 0 < len(wanted) <= _LISTED else ""
    near = did_you_mean(name, wanted, listed)
    return (
        "wrong-kind-of-actor",
        f'"{name}" is {with_article(own)}; here stands a {kind}.',
        f"{near or 'Look up the id.'} Or is it a {kind}? Then its own file says kind: {kind}.",
    )


def _wrong_question(
    name: str, known: Known, near: Mapping[str, Nearest]
) -> tuple[str, str, str] | None:
    topic_id, _, question_id = name.partition("/")
    if topic_id not in known.ties["topic"]:
        broken = topic_id in known.names["topic"]
        return None if broken else _unknown("topic", topic_id, near)
    questions = known.ties["topic"][topic_id].questions
    if question_id in questions:
        return None
    listed = ", ".join(questions) or "none yet"
    return (
        "unknown-question",
        f'The topic "{topic_id}" has no question "{question_id}".',
        f"{did_you_mean(question_id, questions, '')} Its questions: {listed}.".strip(),
    )
