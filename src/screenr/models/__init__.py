"""The words of the project as values: frozen, with no behavior beyond their own fields."""
