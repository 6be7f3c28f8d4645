from docutils import nodes
from docutils.parsers.rst import Directive


class badge(nodes.paragraph):
    """A word in a frame."""


class Badge(Directive):
    required_arguments = 1

    def run(self):
        return [badge("", self.arguments[0])]


def open_html(translator, node):
    translator.body.append('<p class="badge">')


def close_html(translator, node):
    translator.body.append("</p>")


def setup(app):
    app.add_directive("badge", Badge)
    app.add_node(badge, html=(open_html, close_html))
