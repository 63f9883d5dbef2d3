"""The scenario as TOML text, in step with the session both ways."""
