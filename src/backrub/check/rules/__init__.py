"""The rules, one per file; each file's docstring is the rule's page, and `data/rules.toml` lists them."""
