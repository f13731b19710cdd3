import { errorAt, type Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Schema } from '../../custom-resources/contract/schema';
import type { Values } from '../../custom-resources/contract/value';
import { configAttributes } from './config-attributes';

/** Refuses write-only values from a Terraform that would store them like any other. */
export const checkWriteOnly = (schema: Schema, config: Values): Diagnostic[] =>
  [...configAttributes(schema, config)]
    .filter(({ attribute, value }) => attribute.writeOnly && value !== null)
    .map(({ path, name }) =>
      errorAt(
        path,
        `${name} needs Terraform 1.11`,
        `${name} is write-only: it must not be stored, and this version of Terraform would store it. ` +
          'Use Terraform 1.11 or later, or leave the attribute out.',
      ),
    );
