"""Another run behind the one that is shown: pale, on the same ground, without words of its own."""
