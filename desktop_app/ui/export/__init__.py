"""Exporting a transcript."""
