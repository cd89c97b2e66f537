"""The engines: chip, page, settings, models."""
