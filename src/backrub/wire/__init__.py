"""The border: JSON, its schemas, and the frozen dataclasses behind it."""
