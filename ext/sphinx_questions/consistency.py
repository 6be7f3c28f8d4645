"""What can only be seen once every document was read.

These checks run on every build, also on one that reads nothing: a problem that
spans documents must not vanish because none of them was edited.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.numbering import next_id
from sphinx_questions.bank.vocabulary import did_you_mean
from sphinx_questions.config import VALUES, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.fences import unread_colons
from sphinx_questions.inventories import foreign_question
from sphinx_questions.problems import Problem, conf_py, inform, listed, warn

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Place

#: Questions without an ID that are told a free one; the others get an example.
_MOST_PROPOSED: Final = 50


def on_env_get_outdated(
    app: Sphinx,
    env: BuildEnvironment,
    _added: AbstractSet[str],
    _changed: AbstractSet[str],
    _removed: AbstractSet[str],
) -> AbstractSet[str]:
    """Read everything again where the declared words changed only in order.

    Sphinx compares dictionaries without regard to order; cards and lists follow
    the order in which technologies, levels and sections are declared.
    """
    data = QuestionsDomain.of(env).data
    declared = json.dumps(
        {v.name: app.config[v.name] for v in VALUES if v.rebuild == "env"},
        default=repr,
    )
    changed = data["settings_fingerprint"] != declared
    data["settings_fingerprint"] = declared
    return env.found_docs if changed else set()


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> None:
    """Check the whole bank and give its questions their labels."""
    catalogue = QuestionsDomain.of(env).catalogue
    # A project may do nothing but show the questions of another one.
    if not catalogue and not settings_of(app.config).remote:
        warn(
            Problem.EMPTY,
            "this project has no question with an ID; write one with the question "
            "directive, or take sphinx_questions out of the extensions"
            f"{unread_colons(env)}",
            conf_py(app.confdir),
        )
    _check_absent_ids(app, env, catalogue)
    _check_duplicates(app, catalogue)
    _check_requirements(app, env, catalogue)
    _check_redirects(app, env, catalogue)
    _publish_labels(app, env, catalogue)


def _location(app: Sphinx, place: Place) -> str:
    return f"{app.srcdir / place.file}:{place.line}"


def _check_absent_ids(app: Sphinx, env: BuildEnvironment, catalogue: Catalogue) -> None:
    settings = settings_of(app.config)
    taken, proposals = {*settings.redirects}, 0
    for question in QuestionsDomain.of(env).unlisted:
        if question.id:
            continue
        proposed = None
        # No more than somebody mends in a day: each looks at all IDs of the bank.
        if question.technology and question.level and proposals < _MOST_PROPOSED:
            proposed = next_id(
                tuple(catalogue),
                question.technology,
                question.level,
                tuple(settings.levels),
                settings.id_pattern,
                taken,
            )
        if proposed:
            taken.add(proposed)
            proposals += 1
        warn(
            Problem.ID,
            "this question has no ID, so nothing can link to it and no list shows it; "
            "write :id: with a name that will never change, such as "
            f"{proposed or 'ML-ADV-001'}",
            _location(app, question.place),
        )


def _check_duplicates(app: Sphinx, catalogue: Catalogue) -> None:
    for id_, questions in catalogue.duplicates.items():
        for question in questions:
            others = listed(
                f"{q.place.file}:{q.place.line}" for q in questions if q is not question
            )
            warn(
                Problem.DUPLICATE,
                f"the ID {id_!r} is used by another question too: {others}; links go "
                f"to {questions[0].place.file}:{questions[0].place.line}. Give one of "
                "them an ID of its own",
                _location(app, question.place),
            )


def _check_requirements(
    app: Sphinx, env: BuildEnvironment, catalogue: Catalogue
) -> None:
    refused = QuestionsDomain.of(env).refused_ids
    for question, option, id_ in catalogue.dangling:
        # What is said of a refused ID says enough.
        if foreign_question(env, id_) or id_ in refused:
            continue
        hint = did_you_mean(catalogue.closest(id_, apart_from=question.id))
        warn(
            Problem.REFERENCE,
            f":{option}: names {id_!r}, which is no question's ID.{hint}",
            _location(app, question.place),
        )
    for cycle in catalogue.cycles:
        circle = " → ".join((*cycle, cycle[0]))
        warn(
            Problem.CYCLE,
            f"questions require each other in a circle: {circle}; take one of these "
            "requirements out",
            _location(app, catalogue[cycle[0]].place),
        )


def _check_redirects(app: Sphinx, env: BuildEnvironment, catalogue: Catalogue) -> None:
    for old, redirect in settings_of(app.config).redirects.items():
        entry = f"questions_redirects[{old!r}]"
        if old in catalogue:
            warn(
                Problem.REDIRECT,
                f"the ID {old!r} was given up: {entry} in conf.py sends its links to "
                f"{redirect.to!r}. An ID is never used again; give this question a new "
                "one. Until then links go to this question",
                _location(app, catalogue[old].place),
            )
        if redirect.to not in catalogue:
            hint = did_you_mean(catalogue.closest(redirect.to))
            warn(
                Problem.REDIRECT,
                f"{entry} leads to {redirect.to!r}, which is no question's ID.{hint} "
                "Write the ID of a question that stands for it now",
                conf_py(app.confdir),
            )
        if redirect.page in env.found_docs:
            warn(
                Problem.REDIRECT,
                f"{entry} has the page {redirect.page!r}, which is a document; links "
                "to it are not sent on. Take the page out, or rename the document",
                conf_py(app.confdir),
            )
    for question in catalogue:
        for option in ("requires", "related"):
            for id_ in catalogue.redirects.keys() & {*getattr(question, option)}:
                inform(
                    f":{option}: names {id_!r}, which is {catalogue.redirects[id_]!r} "
                    "now; write that ID",
                    _location(app, question.place),
                )


def _publish_labels(app: Sphinx, env: BuildEnvironment, catalogue: Catalogue) -> None:
    """Give each question a standard label, for ``:ref:`` and foreign projects.

    Done here and not while reading, so that of two questions with one ID the
    second takes over when the first is gone, although its page is not read again.
    """
    standard = env.domains.standard_domain
    ids = {question.id: question for question in catalogue}
    # Last, so that no label of a question is taken by an ID that was given up.
    ids.update((old, catalogue[new]) for old, new in catalogue.redirects.items())
    for id_, question in ids.items():
        docname, anchor = question.place.docname, question.anchor
        label = id_.lower()
        same_id = catalogue.duplicates.get(question.id, (question,))
        owner = standard.anonlabels.get(label, (docname, anchor))
        if id_ != question.id and owner[0] == docname:
            # Perhaps the author's own, in front of the question since its ID changed.
            owner = (docname, anchor)
        if owner not in {(q.place.docname, q.anchor) for q in same_id}:
            other = "" if id_ == question.id else ", or give up the redirect"
            warn(
                Problem.ANCHOR,
                f"the label {label!r} of this question is already used in "
                f"{owner[0]!r}; rename that label"
                f"{other or ', or give the question another ID'}",
                _location(app, question.place),
            )
            continue
        standard.anonlabels[label] = (docname, anchor)
        standard.labels[label] = (docname, anchor, question.title)
