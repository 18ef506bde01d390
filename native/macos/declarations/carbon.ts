import { declare } from './declaration';

/** Carbon.framework, of which one function is left to call. */
export const carbon = {
  /** While a person types into a password field of any program, no keyboard event of ours arrives anywhere. */
  IsSecureEventInputEnabled: declare('CarbonEventsCore.h', 'Boolean', []),
};
