/** `<load of the page>.d<element>`: stable across snapshots, different after a reload. */
export function identityOf(loaderId: string, backendNodeId: number): string {
  return `${loaderId}.d${backendNodeId}`;
}

export interface IdentityParts {
  readonly loaderId: string;
  readonly backendNodeId: number;
}

/** null where it is not one of ours. */
export function identityParts(identity: string): IdentityParts | null {
  const [, loaderId, number] = /^(.+)\.d(\d+)$/.exec(identity) ?? [];
  return loaderId === undefined ? null : { loaderId, backendNodeId: Number(number) };
}
