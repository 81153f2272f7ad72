"""The article's own text: its numbers found, tied to the claims file, and accounted for."""
