"""Whether two names denote one party, and which listed names a counterparty could meet."""
