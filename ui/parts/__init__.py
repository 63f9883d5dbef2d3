"""The parts of the window that can be shown and hidden: a table of them, and what is wired for the first ones."""
