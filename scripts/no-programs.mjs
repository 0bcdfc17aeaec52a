/** Stands in the command line for child processes, which commander starts for subcommands that are programs: none of ours is. */
export default {};
