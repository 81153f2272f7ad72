"""The article's own text: reading it, tying figures and claims to it, what of it is covered."""
