"""Sentences → records: numbers, facts, slogans, policies, times."""
