"""Claims checked together: what cannot all be true, and what the others imply."""
