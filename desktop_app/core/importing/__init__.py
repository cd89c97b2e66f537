"""Transcripts that people have already, in files of other programs: read into the one transcript model.

The mirror of `export`: `registry` has the list of formats, `formats` a file for each. A reader says what stands in a
file, as a ReadTranscript; `building` alone makes a transcript of it.
"""
