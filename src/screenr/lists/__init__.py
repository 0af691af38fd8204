"""Published lists: reading official files, keeping snapshots, choosing one for a day."""
