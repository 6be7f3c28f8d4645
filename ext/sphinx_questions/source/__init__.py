"""From markup to records: the ``question`` directive and what it makes."""
