/** What operators do to a suspended process. */
export const process = {
  resume: 'Resume the process',
  resumeText: 'Lets the process go on where it stopped.',
  resumed: 'The process goes on.',
  restart: 'Restart the process',
  restartText: 'Ends the suspended process and starts it again from the record. Nothing is sent twice.',
  restarted: 'The process has been started again.',
};

export type ProcessWords = typeof process;
