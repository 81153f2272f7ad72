"""Claims held against each other: conflicts, implied figures, claims that the rest settles.

Claims that are fine one by one can be impossible together. Every figure is an unknown, its
printings bound it in their loose reading, and every claim is a linear condition or two; an exact
simplex method says whether all can be true (docs/design).
"""
