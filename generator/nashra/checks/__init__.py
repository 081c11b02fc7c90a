"""What `nashra check` looks for: one module a check, listed in `nashra.checks.run`."""
