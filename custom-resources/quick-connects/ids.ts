/** How messages and the ledger name a quick connect that exists. */
export const theQuickConnect = (instanceId: string, quickConnectId: string): string =>
  `the quick connect ${quickConnectId} of the instance ${instanceId}`;
