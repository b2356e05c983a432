"""Problem codes of the content as a whole: hand-written pages, and days that lie ahead."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = (
    Code(
        "page-not-utf-8",
        "A hand-written page is not in UTF-8.",
        "Every character has many codes, and only one of them is read here: UTF-8. In another "
        "one accents and quotation marks would come out wrong.",
        right=("content/pages/index.md saved as UTF-8", "content/pages/about/method.md in ASCII"),
        wrong=(
            "content/pages/index.md saved as Windows-1252",
            "content/pages/about/method.md saved as UTF-16",
        ),
    ),
    Code(
        "page-too-long",
        "A hand-written page is too long.",
        "To turn hostile long pages into HTML can take hours, and nobody reads so much at once.",
        right=("a page for the method, one for corrections", "a page of 3,000 characters"),
        wrong=("one page with everything", "a page of 60,000 characters"),
    ),
    Code(
        "page-markup",
        "A hand-written page has more than plain Markdown.",
        "Anybody can propose a change of a page. With HTML, script links or attributes a small "
        "change could run somebody's program in every reader's browser. The site's owner can "
        "allow it in mkdocs.yml, with the plugin's setting allow_html: true.",
        right=("[The bridge](../topics/bridge/)", "A tag is written `<b>` in code."),
        wrong=("[The bridge](javascript:alert(1))", "<b>The bridge</b> {: onclick=... }"),
    ),
    Code(
        "edit-refused",
        "A program could not change a field without doubt.",
        "Every edit by a command is read again before it is written. Where the result would say "
        "anything else than intended, nothing is written.",
        right=("speaker: ann", "topics: [bridge, harbour]"),
        wrong=("speaker: | # her name\n  ann", "topics: >-\n  bridge"),
    ),
    Code(
        "page-front-matter",
        "The front matter of a page is not written as it should.",
        "It is what stands between two lines of three hyphens at the beginning of a page: title "
        "and description, in YAML. Written otherwise it would be published as text.",
        right=(
            "---\ntitle: Our aims\ndescription: What this site collects\n---\n# Our aims",
            "# Our aims\n\n---\n\nA line across the page.",
        ),
        wrong=('+++\ntitle = "Our aims"\n+++\n# Our aims', "---\ntitle: Our aims\n\n# Our aims"),
    ),
    Code(
        "dead-link",
        "A link leads nowhere.",
        "The site has no page or file of this address. Between pages of the site a link is the way "
        "from one address to the other, with a slash at its end; so it holds wherever the site "
        "stands.",
        right=("[the topics](../topics/)", "[the statements](../facts/)"),
        wrong=("[the topics](../topic/)", "[the topics](../topics)"),
    ),
    Code(
        "dead-anchor",
        "A link leads to a part that its page does not have.",
        "A browser shows the top of the page instead, and readers look for what is not there.",
        right=("[the codes](../about/messages/#bad-id)", "[statements by date](../timeline/)"),
        wrong=("[the codes](../about/messages/#no-such-code)", "[by date](../timeline/#no-date)"),
    ),
    Code(
        "same-address",
        "Two files would become one page.",
        "Each page has an address of its own. Where two files have the same, one of them would "
        "replace the other without anybody noticing.",
        right=("content/pages/about/method.md", "content/pages/press.md"),
        wrong=(
            "content/pages/topics/bridge.md beside content/topics/bridge.yaml",
            "content/pages/about.md beside content/pages/about/index.md",
        ),
    ),
    Code(
        "in-the-future",
        "A day has not come yet.",
        "An article that is cited has been published, and a review or a correction has been "
        "made. A later day is a slip, most often in the year.",
        right=("published: 2025-09-04", "reviewed: 2025-09-05"),
        wrong=("published: 2205-09-04", "reviewed: 2255-09-05"),
    ),
)
