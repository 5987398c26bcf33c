"""A stand-in for the checker, for tests of the browser side: its verdicts follow magic words, not judgement."""
