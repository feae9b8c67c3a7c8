"""Places, facilities, people and organisations -> Entity."""
