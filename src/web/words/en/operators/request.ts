/** What operators do to a request or an association. */
export const request = {
  inquiry: 'Open an inquiry',
  inquiryText:
    'The customer cannot answer, and the time to answer is paused until you release the request. The partner gets a mail with your reason.',
  inquiryOpened: 'The request is under inquiry.',
  release: 'Release from inquiry',
  releaseText: (day: string) =>
    `The customer can answer again and has the business days that were left. The partner gets a mail. Without a release the request expires on ${day}.`,
  inquiryReleased: 'The request has been released.',
  extend: 'Extend the deadline',
  extendText:
    'Gives the customer more time. Customer and partner get a mail with the new deadline; later reminders move with it.',
  extendDays: 'Business days',
  extendHint: '1 to 20, counted from the current deadline.',
  extended: (deadline: string) => `The customer can answer until ${deadline}.`,
  stop: 'Stop the request',
  stopText: 'Withdraws the claim. The link stops working. Partner and customer get a mail with your reason.',
  stopped: 'The request has been stopped.',
  end: 'End the association',
  endText: 'Ends the approved association at once. Partner and customer get a mail with your reason.',
  ended: 'The association has ended.',
};

export type RequestWords = typeof request;
