"""The exchange folder: desks of one office share a folder and soon see each other's work, without a server.

Each desk writes into a subfolder of its own, bundles for the others of the office; it reads theirs. Nobody writes into another's
subfolder, so nothing can be overwritten, whoever carries the files: a network share, Syncthing, a stick left in one computer.
"""
