"""How a speaker stands to what is said: claims, confirms, denies, announces, or keeps silent."""
