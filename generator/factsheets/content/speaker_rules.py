"""Rules on speakers whom a source does not name."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.article import Fact
from factsheets.content.finding import Finding
from factsheets.content.text_rules import over
from factsheets.datafiles import load_words

DESCRIBED_WORDS = 10
_NOBODY = load_words(__package__, "nobody.txt")


def speaker_findings(fact: Fact) -> Iterator[Finding]:
    """Check the description of an unnamed speaker, and what depends on it."""
    described = fact.speaker_described
    if described is not None:
        yield from _description(described)
        yield from _answers(fact)
    if described is not None and fact.speaker:
        yield _finding(
            "speaker_described",
            "This fact has a speaker, and the description of an unnamed one.",
            "If the source names the speaker, delete speaker_described and speaker_of. If not, "
            "delete speaker.",
        )
    if described is None and fact.speaker_of is not None:
        yield _finding(
            "speaker_of",
            "The field speaker_of belongs to an unnamed speaker, and none is described.",
            "If the source does not name the speaker, add how it describes them: "
            'speaker_described: "a senior official". If it does, delete this line; the speaker\'s '
            "own file says where they belong.",
        )


def _description(described: str) -> Iterator[Finding]:
    if described.strip("“”\"'. ").casefold().replace(" ", "-") in _NOBODY:
        yield _finding(
            "speaker_described",
            f'"{described}" describes nobody.',
            'Write how the source describes the speaker: "a senior official", "a source". If it '
            "attributes the words to nobody, delete the line; they are then the publisher's own.",
        )
    if count := over(described, DESCRIBED_WORDS):
        yield _finding(
            "speaker_described",
            f"This description has {count} words; the limit is {DESCRIBED_WORDS}.",
            "Keep what says who the speaker is. The rest can go to detail:.",
        )


def _answers(fact: Fact) -> Iterator[Finding]:
    for number, answer in enumerate(fact.answers):
        if answer.actor is None:
            yield Finding(
                "answer-of-nobody",
                ("answers", number),
                "The speaker is not named, and this answer has no actor.",
                "Delete the answer; the statement stays on the topic's page. Add actor: only if "
                "the speaker says what that actor's answer is.",
            )


def _finding(field: str, message: str, advice: str) -> Finding:
    return Finding("unnamed-speaker", (field,), message, advice)
