/** What operators do to a request or an association. */
export const request = {
  stop: 'Stop the request',
  stopText: 'Withdraws the claim. The link stops working. Partner and customer get a mail with your reason.',
  stopped: 'The request has been stopped.',
  end: 'End the association',
  endText: 'Ends the approved association at once. Partner and customer get a mail with your reason.',
  ended: 'The association has ended.',
};

export type RequestWords = typeof request;
