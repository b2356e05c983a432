"""What GitHub and GitLab do with a new site: check and publish it, and ask for reports in forms."""

from __future__ import annotations

_INSTALL = """\
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0 # checks and citations need the whole history
          persist-credentials: false
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.12"
      - name: Install
        run: make .venv/ready
"""

CHECK = (
    """\
# For every pull request, also from forks: nothing here can write, and there are no secrets.
name: Check
on:
  pull_request:

permissions: {}

concurrency:
  group: check-${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  content:
    name: Content
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
"""
    + _INSTALL
    + """\
      - name: The changes in words
        run: .venv/bin/facts diff HEAD^1 --format markdown >>"$GITHUB_STEP_SUMMARY" || [ $? -eq 1 ]
      - name: Problems at their lines
        run: .venv/bin/facts check --format github --against HEAD^1
      - name: Build the site
        run: .venv/bin/facts build
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: site
          path: site
          retention-days: 14
"""
)

DEPLOY = (
    """\
# Publishes what is on the main branch at GitHub Pages. Once before: in the repository's settings,
# under Pages, choose GitHub Actions as source; and write site_url in mkdocs.yml.
name: Deploy
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 4 * * 1" # what is due for review changes by the day

permissions: {}

concurrency:
  group: deploy
  cancel-in-progress: false

jobs:
  build:
    name: Build
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
"""
    + _INSTALL
    + """\
      - name: Build the site
        # The day that dates are compared with; without it, the last one that the content names.
        run: SOURCE_DATE_EPOCH=$(date +%s) .venv/bin/facts build --strict
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: site

  deploy:
    name: Deploy
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write # to publish the site
      id-token: write # to prove to Pages where it comes from
    environment:
      name: github-pages
      url: ${{ steps.pages.outputs.page_url }}
    steps:
      - id: pages
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""
)

GITLAB = """\
# Checks every merge request, and publishes the default branch at GitLab Pages. Once before: write
# site_url in mkdocs.yml.
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

variables:
  GIT_DEPTH: "0" # the whole history: checks compare with it, and citations name the last commit

default:
  image: python:3.12
  interruptible: true
  before_script:
    - make .venv/ready

check:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - .venv/bin/facts check --against "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
    - .venv/bin/facts build
  artifacts:
    paths: [site]
    expire_in: 2 weeks

pages:
  stage: deploy
  interruptible: false
  resource_group: pages # one after another
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    # The day that dates are compared with; without it, the last one that the content names.
    - SOURCE_DATE_EPOCH=$(date +%s) .venv/bin/facts build --strict --out public
  artifacts:
    paths: [public]
"""

MISTAKE = """\
name: Report a mistake
description: Something is wrong, missing or misleading.
title: "Mistake: "
labels: [mistake]
body:
  - type: input
    id: where
    attributes:
      label: Where?
      description: The page's address or the statement's id; filled in when you come from the page.
    validations:
      required: true
  - type: dropdown
    id: what
    attributes:
      label: What is it?
      options:
        - A quotation is not as the article has it
        - It is attributed to the wrong person or publisher
        - A date or number is wrong
        - Our wording says more or less than the article
        - The article was changed or is gone
        - Something else
  - type: textarea
    id: right
    attributes:
      label: What would be right, and where does it stand?
      description: With the article's paragraph, or another source.
    validations:
      required: true
"""

ARTICLE = """\
name: Suggest an article
description: You have the link; somebody else writes the statements.
title: "Article: "
labels: [article]
body:
  - type: markdown
    attributes:
      value: Thank you. Only the address is needed; the rest helps.
  - type: input
    id: url
    attributes:
      label: Address of the article
      placeholder: https://
    validations:
      required: true
  - type: input
    id: publisher
    attributes:
      label: Publisher, and the day it was published
      placeholder: Example News, 5 March 2024
  - type: input
    id: language
    attributes:
      label: Language
      placeholder: English
  - type: textarea
    id: why
    attributes:
      label: Why does it matter?
      description: Who says what in it that is not recorded yet?
  - type: textarea
    id: quotes
    attributes:
      label: One to three quotations
      description: Copy them, do not type them, with the number of the paragraph.
"""

LICENCE = """\
No licence has been chosen for this repository yet.

Until then, others may not copy or change its content without asking, but for what the law allows
anyway. To choose a licence, put its text in the place of this one, and name it in mkdocs.yml
(extra: licence), from where it reaches every page, the data and the feeds. Quoted words remain
their publishers', whatever you choose.
"""

CODEOWNERS = """\
# Rename to CODEOWNERS and put the names of your editors in: GitHub then asks one of them to approve
# every change of these folders, where the branch is protected (Settings, Branches: require a pull
# request, approvals, and a review from code owners).
# Labels of publishers, and who is who:
/content/actors/     @OWNER/editors
# Quotations and attributions:
/content/facts/      @OWNER/editors
# What the site promises:
/content/pages/      @OWNER/editors
# Published as it is, programs in HTML and SVG too:
/content/static/     @OWNER/maintainers
# What runs on the machines:
/.github/            @OWNER/maintainers
/mkdocs.yml          @OWNER/maintainers
/requirements.txt    @OWNER/maintainers
"""

FORGE_FILES = {
    ".github/workflows/check.yml": CHECK,
    ".github/CODEOWNERS.example": CODEOWNERS,
    ".github/workflows/deploy.yml": DEPLOY,
    ".github/ISSUE_TEMPLATE/mistake.yml": MISTAKE,
    ".github/ISSUE_TEMPLATE/article.yml": ARTICLE,
    ".gitlab-ci.yml": GITLAB,
    "LICENSE": LICENCE,
}
"""Every file by its path in the new project."""
