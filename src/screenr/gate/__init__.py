"""Supplier files held at the door: a policy, decisions and a baseline decide over each match."""
