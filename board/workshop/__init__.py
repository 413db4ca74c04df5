"""Where foreign bytes are parsed: a warm child process under limits of time and memory, ended when over them."""
