"""Claims in; copies, events, origins, conflicts, outcomes and relations out."""
