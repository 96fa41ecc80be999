import { type Dependency, healthRoutes } from './health-routes.ts';
import { openApiRoute } from './openapi.ts';
import { actionRoutes } from './operations/action-routes.ts';
import { operatorClaimRoutes } from './operations/claim-routes.ts';
import { customerRoutes } from './operations/customer-routes.ts';
import { dataRoutes } from './operations/data-routes.ts';
import { inFlightRoutes } from './operations/in-flight-routes.ts';
import { partnerRoutes } from './operations/partner-routes.ts';
import { poisonRoutes } from './operations/poison-routes.ts';
import { reviewRoutes } from './operations/review-routes.ts';
import { searchRoutes } from './operations/search-routes.ts';
import { serviceRoutes } from './operations/service-routes.ts';
import { subscriptionRoutes } from './operations/subscription-routes.ts';
import { afterSubmissionRoutes } from './partner/after-submission-routes.ts';
import { certificateRoutes } from './partner/certificate-routes.ts';
import { draftRoutes } from './partner/draft-routes.ts';
import { lifecycleRoutes } from './partner/lifecycle-routes.ts';
import { listRoutes } from './partner/list-routes.ts';
import { poeChangeRoutes } from './partner/poe-change-routes.ts';
import { poeRoutes } from './partner/poe-routes.ts';
import { poeTemplateRoute } from './partner/poe-template-route.ts';
import { readRoutes } from './partner/read-routes.ts';
import { requestPreviewRoute } from './partner/request-preview-route.ts';
import { problemRoute } from './problem-route.ts';
import type { Route } from './route.ts';

/** Every address of the API, in one list: what is registered is what the OpenAPI document says. */
export const apiRoutes = (dependencies: Dependency[]): Route[] => {
  const routes = [
    ...readRoutes,
    ...certificateRoutes,
    ...listRoutes,
    ...draftRoutes,
    ...poeRoutes,
    ...poeChangeRoutes,
    poeTemplateRoute,
    requestPreviewRoute,
    ...lifecycleRoutes,
    ...afterSubmissionRoutes,
    ...serviceRoutes,
    ...inFlightRoutes,
    ...searchRoutes,
    ...operatorClaimRoutes,
    ...actionRoutes,
    ...reviewRoutes,
    ...dataRoutes,
    ...poisonRoutes,
    ...partnerRoutes,
    ...subscriptionRoutes,
    ...customerRoutes,
    ...healthRoutes(dependencies),
    problemRoute,
  ];
  return [...routes, openApiRoute(routes)];
};
