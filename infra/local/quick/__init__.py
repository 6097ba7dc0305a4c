"""What is put before the emulator, in its own process."""
