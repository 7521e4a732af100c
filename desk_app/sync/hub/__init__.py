"""The hub: a desk that reads everybody's journals: an inbox of files, how each unit stands, the same reports over all."""
