/** Who stands behind mails and pages, as customers read it. */
export type Service = {
  name: string;
  /** Company or body that runs it. */
  operator: string;
  /** Address for doubts. */
  contact: string;
  /** Address that every mail comes from. */
  sender: string;
  /** Base address of every link. */
  url: string;
};
