/** How Terraform configurations call the provider, and where Terraform looks for it. */
export const PROVIDER_NAME = 'connect';

/** A host that nobody can serve: no registry may ever answer for this address. */
export const PROVIDER_SOURCE = 'terraform.local/cdktf-amazon-connect/connect';
