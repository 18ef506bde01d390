/** What the tool is called that runs a script which the model wrote: its input holds the source. */
export const scriptToolName = 'run_script';
