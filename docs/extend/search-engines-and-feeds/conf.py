import os

project = "Our questions"
extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
questions_technologies = {"python": {"label": "Python"}}

html_baseurl = os.environ.get("QUESTIONS_BASEURL", "")
questions_sitemap = True
questions_llms_txt = True
if html_baseurl:
    extensions.append("sphinxext.opengraph")
    ogp_site_url = html_baseurl
    # Without this it draws a picture of each title, if Matplotlib is installed.
    ogp_social_cards = {"enable": False}
