python -m sphinx -b epub . _build/epub
python -m sphinx -b typst . _build/typst
python -m sphinx -b anki . _build/anki
python -m sphinx -b html . _build/html
