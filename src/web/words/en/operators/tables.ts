/** Columns and pages of tables. */
export const tables = {
  columns: {
    claim: 'Claim',
    partner: 'Partner',
    customer: 'Customer',
    status: 'Status',
    due: 'Due',
    why: 'Why',
    action: 'Action',
    changed: 'Changed',
    at: 'When',
    by: 'Who',
    step: 'Step',
    outcome: 'Outcome',
    scheduled: 'Scheduled',
    message: 'Message',
    readAs: 'Read as',
    domain: 'Domain',
    directory: 'Directory ID',
    result: 'Result',
    mail: 'Mail',
    to: 'To',
    delivery: 'Delivery',
    took: 'Took',
    findings: 'Found',
    subject: 'About',
    reason: 'Reason',
  },
  firstPage: 'Back to the first page',
  nextPage: 'Next page',
};

export type TablesWords = typeof tables;
