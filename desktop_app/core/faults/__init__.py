"""What went wrong, kept on this computer alone: the log, and reports of crashes. Neither holds what a person said or
named."""
