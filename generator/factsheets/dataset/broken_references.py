"""References that lead nowhere, or to the wrong kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsheets.content.article import Article
from factsheets.content.field_help import hint
from factsheets.content.kinds import KINDS, Kind, Record, with_article
from factsheets.content.text_rules import TODO
from factsheets.content.tree import Locate, Path
from factsheets.dataset.known import Known
from factsheets.dataset.model import file_of
from factsheets.dataset.references import LEADS_TO, Nearest, did_you_mean, references_of
from factsheets.problems.problem import Problem

_LISTED = 8  # ids shown in a message

Complaint = tuple[str, str, str]
"""A problem without its place: its code, message and help."""


def broken_references(known: Known, locate: Locate) -> Iterator[Problem]:
    """Find each broken reference, with its place."""
    names = known.names
    near = {kind: Nearest(known.records[kind]) for kind in KINDS}
    near["fact"] = Nearest(known.facts)
    for kind, records in known.records.items():
        for record_id, record in records.items():
            for target, name, path in references_of(record):
                if name in names[target] or _is_between_drafts(known, record, path, name):
                    continue
                complaint = _not_shown(target, name, known) or _complaint(target, name, known, near)
                if complaint:
                    code, message, advice = complaint
                    if code == "unknown-actor" and "speaker" in path:
                        advice = f"{advice}\n{hint('speaker', 'unnamed')}"
                    yield Problem(code, message, locate(file_of(kind, record_id), path), advice)


def _is_between_drafts(known: Known, record: Record, path: Path, name: str) -> bool:
    """Whether both ends of a reference are drafts, which will be published together."""
    if not isinstance(record, Article) or not any(name in ids for ids in known.drafts.values()):
        return False
    is_of_fact = path[0] == "facts" and isinstance(path[1], int)
    return record.status == "draft" or (is_of_fact and record.facts[int(path[1])].status == "draft")


def _not_shown(target: str, name: str, known: Known) -> Complaint | None:
    """A reference to a removed record or a draft."""
    kind = LEADS_TO.get(target, target)
    name = name.partition("/")[0]
    noun = "statement" if kind == "fact" else kind
    if name in known.removed[kind]:
        return (
            "names-removed",
            f'The {noun} "{name}" was removed.',
            "Delete its id here, and every sentence of ours that depends on it. A fact of which a "
            "speaker, or the event, only topic or publisher was removed must be removed too.",
        )
    if name in known.drafts.get(kind, ()):
        return (
            "names-draft",
            f'The {noun} "{name}" is a draft, but this is not.',
            "Delete status: draft there, or delete its id here for now.",
        )
    return None


def _complaint(
    target: str, name: str, known: Known, near: Mapping[str, Nearest]
) -> Complaint | None:
    """A reference to an id that does not exist for this kind."""
    if target == "state" and name in known.records["actor"]:
        return _wrong_kind(target, name, known)
    if target == "question":
        return _wrong_question(name, known, near)
    if target == "fact":
        # If an article could not be read, its facts are missing for that reason alone.
        if known.sheets.broken.get("article"):
            return None
        return "unknown-fact", f'There is no fact "{name}".', near["fact"].did_you_mean(name)
    return _unknown(LEADS_TO.get(target, target), name, near)


def _unknown(kind: Kind, name: str, near: Mapping[str, Nearest]) -> Complaint:
    new = f"New {kind}? Run: facts new {kind} {name}\n{_by_hand(kind, name)}"
    meant = near[kind].did_you_mean(name, "")
    return f"unknown-{kind}", f'There is no {kind} "{name}".', f"{meant} {new}".strip()


def _by_hand(kind: Kind, name: str) -> str:
    """How to add a record without the program; each TODO then has a message of its own."""
    words = " ".join(word.capitalize() for word in name.split("-"))
    lines = {
        "actor": f'kind: {TODO}\nname: "{words}"',
        "event": f'name: "{words}"',
        "topic": f'name: "{words}"\nsummary: {TODO}',
    }
    start = f"Without the program, in GitHub's web editor: add the file {file_of(kind, name)}"
    if kind not in lines:
        return f"{start}; CONTRIBUTING.md shows what it needs."
    return f"{start} with these lines:\n{lines[kind]}"


def _wrong_kind(target: str, name: str, known: Known) -> Complaint:
    actors = known.records["actor"]
    wanted = [key for key, other in actors.items() if other.kind == target]
    listed = f"Known: {', '.join(wanted)}." if 0 < len(wanted) <= _LISTED else ""
    near = did_you_mean(name, wanted, listed)
    return (
        "wrong-kind-of-actor",
        f'"{name}" is {with_article(actors[name].kind)}; this field needs a {target}.',
        (
            f"{near or 'Look up the id.'} Or is it a {target}? Then its own file must say kind: "
            f"{target}."
        ),
    )


def _wrong_question(name: str, known: Known, near: Mapping[str, Nearest]) -> Complaint | None:
    topic_id, _, question_id = name.partition("/")
    topic = known.sheets.topics.get(topic_id)
    if topic is None:
        is_broken = topic_id in known.names["topic"]
        return None if is_broken else _unknown("topic", topic_id, near)
    questions = [question.id for question in topic.questions]
    if question_id in questions:
        return None
    listed = ", ".join(questions) or "none yet"
    return (
        "unknown-question",
        f'The topic "{topic_id}" has no question "{question_id}".',
        f"{did_you_mean(question_id, questions, '')} Its questions: {listed}.".strip(),
    )
