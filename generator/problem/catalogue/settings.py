"""Problem codes of the site's settings in mkdocs.yml."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = (
    Code(
        "site-address",
        "The site has no public address.",
        "Citations, feeds and search engines need the address at which readers find the site. "
        "Without one, none is printed: a citation names the page and says that it has no public "
        "address. With --strict the site is not built.",
        right=(
            "site_url: https://news.example/statements/",
            "site_url: https://owner.github.io/repository/",
        ),
        wrong=("site_url: http://localhost:8000/", "no site_url at all"),
    ),
    Code(
        "bad-licence",
        "The licence of the content is not named as it should be.",
        "The licence stands on every page, in the data and in the feeds, so it needs a name that "
        "people know and an address where it can be read. Without extra.licence none is named.",
        right=(
            'licence: {name: Town Licence 2, url: "https://news.example/licence/"}',
            "no licence at all",
        ),
        wrong=("licence: Town Licence 2", "licence: {name: Town Licence 2, url: news.example}"),
    ),
    Code(
        "setting-without-effect",
        "A setting in mkdocs.yml has no effect.",
        "Pages have a theme of their own, which does not do all that Material for MkDocs does. "
        "What looks as if it were set would be missing without anybody noticing. The site is "
        "built all the same, with --strict too.",
        right=("theme: {name: material, logo: logo.svg}", "extra_css: [colours.css]"),
        wrong=(
            "theme: {name: material, palette: {primary: indigo}}",
            "repo_url: https://a.example",
        ),
    ),
    Code(
        "template-without-effect",
        "A template of the site replaces none of the program's.",
        "A file in site-templates/ is used in the place of the program's file of the same name. "
        "Under another name nobody uses it, and pages stay as they were.",
        right=("site-templates/pages/topic.html.j2", "site-templates/partials/mine.html.j2"),
        wrong=("site-templates/pages/topics-mine.html.j2", "site-templates/topic.html.j2"),
    ),
)
