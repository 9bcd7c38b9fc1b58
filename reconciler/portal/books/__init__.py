"""Where the reference portal keeps everything: what a place must be able to do, in memory, in a database."""
