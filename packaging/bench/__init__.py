"""The bench: measures this machine with this version, and writes docs/benchmarks.md from what it measured.

A measurement is a child process, so that none counts the memory or the threads of another; the modules `probe_*` are
these children, and each prints one line of JSON. What it told is kept in out/bench, and the page is written anew from
there after each.
"""
