import { linkKeys } from './link-keys.ts';
import { makePackage } from './package.ts';
import { portalAddress, signIn } from './sign-in.ts';
import { smoke } from './smoke.ts';

/** `npm run deploy -- NAME`: the steps around a deployment, as the hooks in azure.yaml run them. */

const steps: Record<string, (args: string[]) => Promise<void>> = {
  package: makePackage,
  'sign-in': signIn,
  'link-keys': linkKeys,
  provisioned: async (args) => {
    await linkKeys(args);
    await portalAddress();
  },
  smoke,
};

const [name = '', ...args] = process.argv.slice(2);
const step = steps[name];
if (step === undefined) {
  console.error(`One of: ${Object.keys(steps).join(', ')}.`);
  process.exit(1);
}
try {
  await step(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
