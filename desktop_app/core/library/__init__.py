"""Every recording that was ever made, opened or recovered here: a list that is quick to show, and all its words."""
