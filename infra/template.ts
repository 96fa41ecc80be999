/** Of an ARM template what the checks look at. */
export type Template = {
  parameters?: Record<string, Parameter>;
  variables?: Record<string, unknown>;
  outputs?: Record<string, { type: string; value?: unknown }>;
  resources: Record<string, Resource>;
};
type Parameter = { type?: string; defaultValue?: unknown; $ref?: string };
type Resource = {
  type: string;
  name?: string;
  existing?: boolean;
  copy?: { count: string };
  scope?: string;
  dependsOn?: string[];
  properties?: Record<string, unknown> & { template?: Template };
};

/** A resource that a deployment makes, with the module and the template that say so. */
export type Deployed = Resource & { module: string; symbol: string; template: Template };

/** All resources that the template and its modules make. Those that only have to be there are left out. */
export const resourcesOf = (template: Template, module = 'main'): Deployed[] =>
  Object.entries(template.resources).flatMap(([symbol, resource]) => {
    const inner = resource.properties?.template;
    if (inner !== undefined) return resourcesOf(inner, symbol);
    return resource.existing ? [] : [{ ...resource, module, symbol, template }];
  });

/** The template and those of its modules, by name. */
export const templatesOf = (template: Template, module = 'main'): [module: string, template: Template][] => [
  [module, template],
  ...Object.entries(template.resources).flatMap(([symbol, { properties }]) =>
    properties?.template === undefined ? [] : templatesOf(properties.template, symbol),
  ),
];
