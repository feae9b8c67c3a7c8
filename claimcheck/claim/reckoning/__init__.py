"""Reads the numbers and days of one article that its words set in relation to one another."""
