"""Turn lessons, exercises and the checker into a static site."""
