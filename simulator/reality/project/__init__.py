"""The files of an exported project, as they are: what `simulate reality` runs is what a user takes away."""
