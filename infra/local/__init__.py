"""The portal on one machine: the same templates, on an AWS emulator."""
