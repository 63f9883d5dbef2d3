"""Runs that must not change unnoticed."""
