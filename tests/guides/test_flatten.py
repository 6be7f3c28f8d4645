"""Components of sphinx-design in output that is no web page."""

from __future__ import annotations

import re

import pytest
from docutils import nodes

from projects import Project

CONF = {
    "extensions": ["sphinx_questions", "sphinx_design", "myst_parser"],
    "myst_enable_extensions": ["colon_fence", "attrs_block"],
    "copyright": "nobody",
    "version": "1",
    # These projects are about components alone.
    "suppress_warnings": ["questions.empty"],
}

TABS = """
    # Home

    ::::{tab-set}
    :::{tab-item} On Linux
    :name: tab-linux
    Use the package.
    :::
    :::{tab-item} On Windows
    Use the installer.
    :::
    ::::

    Go to [the tab](#tab-linux).
    """

COMPONENTS = """
    # Home

    :::{dropdown} More {octicon}`alert` about it
    :icon: info
    :name: more

    Inside the dropdown.
    :::

    ::::{grid} 2
    :::{grid-item-card} First card
    :link: other
    :link-type: doc

    Body of the first.
    :::
    :::{grid-item}
    No card at all.
    :::
    ::::

    A {bdg-primary}`badge` in a sentence.

    ```{toctree}
    other
    ```
    """


def written(project: Project, builder: str, pattern: str) -> str:
    """Return the words of the output, one space apart, of a build without warnings."""
    build = project.build(builder)
    assert build.warnings == ()
    texts = [p.read_text("utf-8") for p in sorted(build.outdir.glob(pattern))]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(
    ("builder", "pattern"), [("text", "*.txt"), ("latex", "*.tex"), ("epub", "*.xhtml")]
)
def test_words_of_components_are_kept_once(
    project: Project, builder: str, pattern: str
) -> None:
    """Labels, titles, bodies and badges stand in the output once, icons do not."""
    project.configure(**CONF, epub_uid="x")
    project.write({"index.md": COMPONENTS, "other.md": "# Other"})
    text = written(project, builder, pattern)
    for words in (
        "Inside the dropdown.",
        "First card",
        "Body of the first.",
        "No card at all.",
        "a sentence.",
    ):
        assert text.count(words) == 1, words
    assert re.search(r"A .*badge.* in a sentence", text)
    assert "<svg" not in text


def test_labels_of_tabs_are_titles_of_boxes(project: Project) -> None:
    """Every tab is a box with its label as the title, in the order of the source."""
    project.configure(**CONF)
    project.write({"index.md": TABS})
    text = project.build("text").text("index.txt")
    words = ("**On Linux**", "Use the package.", "**On Windows**", "Use the installer.")
    assert [text.count(part) for part in words] == [1, 1, 1, 1]
    assert sorted(words, key=text.index) == list(words)


def test_card_that_is_a_link_has_a_linked_title(project: Project) -> None:
    """Where a whole card is a link on the web, its title is the link in a book."""
    project.configure(**CONF, epub_uid="x")
    project.write({"index.md": COMPONENTS, "other.md": "# Other"})
    build = project.build("epub")
    page = build.text("index.xhtml")
    title = page[page.index("guide-box-title", page.index("Inside the dropdown")) :]
    assert '<a class="' in title[: title.index("First card")]
    assert 'href="other.xhtml"' in title[: title.index("First card")]


def test_web_pages_keep_their_components(project: Project) -> None:
    """A web page has the tabs of sphinx-design and no plain boxes."""
    project.configure(**CONF)
    project.write({"index.md": TABS})
    page = project.build().page()
    assert page.select_one(".sd-tab-set")
    assert not page.select(".guide-box")


def test_stored_tree_is_not_flattened(project: Project) -> None:
    """Builders that share doctrees each get the components as the author wrote them."""
    project.configure(**CONF)
    project.write({"index.md": TABS})
    build = project.build("text")
    kinds = [
        n.get("design_component") for n in build.doctree().findall(nodes.container)
    ]
    assert "tab-item" in kinds
