"""Known voices, opt-in: a person is enrolled from a corrected transcript; later recordings suggest the name, no more.

Nothing else of Diarist reads or writes them: no export, no project.
"""
