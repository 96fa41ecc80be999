import type { Service } from '../../src/domain/service.ts';
import { type CustomerPage, renderPage } from '../../src/functions/decision/customer-page.ts';

/** Who runs the service in tests without a stack. */
export const testService: Service = {
  name: 'Customer associations',
  operator: 'Claims Example Ltd',
  contact: 'help@claims.example',
  sender: 'donotreply@claims.example',
  url: 'https://claims.example',
};

/** A page for customers as that service serves it. */
export const bodyOf = (page: CustomerPage): string => renderPage(testService, page);
