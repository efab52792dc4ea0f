"""What fills the ports: the only room that touches disk, clock, chance and the machine's voice."""
