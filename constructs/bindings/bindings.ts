import { dataSources, resources } from '../../custom-resources';
import type { ManagedResource } from '../../custom-resources/contract/resource';
import type { Schema } from '../../custom-resources/contract/schema';
import { PROVIDER_NAME } from '../provider-address';

/** What CDKTF programs and the reference pages call a resource or a data source: all of it follows from its Terraform type. */
export interface Binding {
  readonly kind: 'resource' | 'data source';
  /** The Terraform type, `connect_...`. */
  readonly type: string;
  readonly schema: Schema;
  /** The type without the provider's name, `traffic-distribution-group-user`: the folder in custom-resources/. */
  readonly key: string;
  /** The reference page, below docs/, called as Terraform's registry looks for it. */
  readonly page: string;
  /** The file that exports the schema, below custom-resources/: programs load it without the code that handles the resource. */
  readonly schemaFile: string;
  /** What programs check a resource by beyond its schema, with the file that exports it, below custom-resources/. */
  readonly rules: Readonly<Record<string, string>>;
  /** The module and class as CDKTF's generator names them. */
  readonly generated: { readonly module: string; readonly className: string };
  /** The class that programs import. */
  readonly construct: string;
}

type Declared = Pick<ManagedResource, 'type' | 'schema' | 'validate'>;

const binding = (kind: Binding['kind'], { type, schema, validate }: Declared): Binding => {
  const key = type.slice(`${PROVIDER_NAME}_`.length).replaceAll('_', '-');
  const module = kind === 'resource' ? key : `data-${PROVIDER_NAME}-${key}`;
  const className = module.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    kind,
    type,
    schema,
    key,
    page: `${kind.replace(' ', '-')}s/${key.replaceAll('-', '_')}.md`,
    schemaFile: kind === 'resource' ? `${key}/schema` : `${key}/data-source-schema`,
    rules:
      kind === 'resource'
        ? { ...(validate && { validate: `${key}/validate` }), importState: `${key}/identify`, identify: `${key}/identify` }
        : {},
    generated: { module, className },
    // A class named plainly "User" would say too little in a program that has other providers' users.
    construct: module.includes('-') ? className : `Connect${className}`,
  };
};

export const bindings: readonly Binding[] = [
  ...resources.map((resource) => binding('resource', resource)),
  ...dataSources.map((dataSource) => binding('data source', dataSource)),
];
