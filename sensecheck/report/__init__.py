"""Renderers: they take results, return text, and print nothing."""
