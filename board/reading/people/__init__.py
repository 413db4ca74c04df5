"""Who may speak: names, offices and bodies, and whom they speak for."""
