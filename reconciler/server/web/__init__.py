"""The reference portal in the browser: pages made on the server, without a script."""
