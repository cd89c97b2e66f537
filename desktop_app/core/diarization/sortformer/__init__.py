"""A model of the Sortformer kind: it follows up to so many voices through a whole recording."""
