"""What a question bank is: records, vocabulary and catalogue.

Standard library only: nothing in this package needs Sphinx or docutils.
"""
