"""The configuration of the index pages: what is refused, and when."""

from __future__ import annotations

import pytest
from sphinx.errors import ConfigError, ExtensionError

from markups import MYST
from projects import Project


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages."""
    return True


@pytest.mark.parametrize(
    "value",
    ["", "/", "/questions", "../questions", "a/../b", "a//b", "a\\b", ".hidden", "a b"],
)
def test_wrong_folder(project: Project, value: str) -> None:
    """A folder that is none below the sources stops the build with an example."""
    project.configure(questions_pages=value)
    project.write({"index.md": MYST.page(MYST.question())})
    with pytest.raises(ConfigError) as error:
        project.build()
    assert str(error.value) == (
        f"questions_pages is {value!r}; write a folder below the sources, with "
        "slashes, such as 'questions/browse'"
    )
    assert {path.name for path in project.source.iterdir()} == {"conf.py", "index.md"}


@pytest.mark.parametrize("value", [True, 3, ["questions"]])
def test_folder_of_a_wrong_type(project: Project, value: object) -> None:
    """What is neither a text nor None is refused with both."""
    project.configure(questions_pages=value)
    with pytest.raises(ConfigError) as error:
        project.build()
    assert str(error.value) == f"questions_pages is {value!r}; write a str or NoneType"


@pytest.mark.parametrize("value", ["pages", "pages/", "a/b-c/d_e", "v1.2"])
def test_right_folder(project: Project, value: str) -> None:
    """Any folder below the sources is taken, with or without a slash at its end."""
    project.configure(questions_pages=value)
    project.write({"index.md": MYST.page(MYST.question())})
    build = project.build("text")
    assert build.warnings == ()
    assert (build.outdir / value.strip("/") / "python.txt").exists()


def test_folder_of_an_author(project: Project) -> None:
    """A folder with documents of an author is taken, and git sees these still."""
    project.configure(questions_pages="questions")
    mine = {"questions/python/py-001.md", "questions/more.md"}
    project.write(
        {
            "index.md": MYST.page("Welcome."),
            "questions/python/py-001.md": MYST.question(),
            "questions/more.md": MYST.question("PY-002", level="advanced"),
        }
    )
    build = project.build()
    assert build.warnings == ()
    text = (project.source / "questions" / ".gitignore").read_text("utf-8")
    ignored = {f"questions{line}" for line in text.splitlines()[1:]}
    written = {
        path.relative_to(project.source).as_posix()
        for path in (project.source / "questions").rglob("*")
        if path.is_file()
    }
    assert written - ignored == mine
    assert ignored <= written


def test_folder_with_a_page_of_an_author(project: Project) -> None:
    """A document where an index page belongs stops the build in any markup."""
    project.configure(questions_pages="questions")
    project.write({"index.md": MYST.page(), "questions/index.md": MYST.page()})
    with pytest.raises(ExtensionError) as error:
        project.build()
    path = project.source / "questions" / "index.md"
    assert str(error.value) == (
        f"{path} stands where an index page belongs, and was not written by this "
        "extension; move it away, or set questions_pages to another folder"
    )
    assert list(path.parent.iterdir()) == [path]


def test_one_key_for_a_technology_and_a_level(project: Project) -> None:
    """A technology and a level with one key stop the build before it writes a page."""
    project.configure(
        questions_technologies={"go": {}, "python": {}}, questions_levels={"go": {}}
    )
    with pytest.raises(ConfigError) as error:
        project.build()
    assert str(error.value) == (
        "questions_technologies, questions_levels: 'go' is the key of a technology "
        "and of a level, and both would have the page 'go'; rename one of them"
    )
    assert not (project.source / "questions").exists()


@pytest.mark.parametrize("key", ["index", "topics"])
@pytest.mark.parametrize("setting", ["questions_technologies", "questions_levels"])
def test_key_of_another_page(project: Project, setting: str, key: str) -> None:
    """A key that is the name of a page that there is anyway stops the build."""
    project.configure(**{setting: {key: {}}})
    with pytest.raises(ConfigError) as error:
        project.build()
    assert str(error.value) == (
        f"questions_technologies, questions_levels: the key {key!r} is the name of an "
        "index page already; rename it"
    )


@pytest.mark.parametrize("key", ["../up", "a/b", "C++", "con.", "a b", ".."])
def test_key_that_is_no_file_name(project: Project, key: str) -> None:
    """A key that is no safe file name is refused, and nothing is written."""
    project.configure(questions_technologies={key: {}})
    with pytest.raises(ConfigError, match="must be lower-case letters and digits"):
        project.build()
    assert [path.name for path in project.root.rglob("*.rst")] == []


def test_keys_without_pages(project: Project) -> None:
    """Without index pages no key can stand in the way of another."""
    project.configure(
        questions_pages=None,
        questions_technologies={"topics": {}, "go": {}},
        questions_levels={"go": {}},
    )
    question = MYST.question(technology="topics", level="go")
    project.write({"index.md": MYST.page(question)})
    assert project.build("text").warnings == ()
