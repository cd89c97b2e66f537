"""What machines that shared out an archive have made of it: its figures as a page, an index of all its words."""
