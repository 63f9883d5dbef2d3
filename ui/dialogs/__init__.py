"""What the window asks and says in windows of its own."""
