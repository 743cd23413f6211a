// This room's first file; replaced as soon as it has one of its own.
