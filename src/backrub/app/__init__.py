"""Use cases, as verbs, and the ports they need."""
