/** A request as office.js sends it: what to do, and the paths of the objects it is done to. */
export interface WireRequest {
  readonly Actions?: readonly WireAction[];
  readonly ObjectPaths?: Readonly<Record<string, WirePath>>;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[]; readonly Top?: number; readonly Skip?: number };
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface WireResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: { readonly ActionIndex: number; readonly Code: string; readonly Message: string; readonly Location: string; readonly HttpStatusCode: number };
}

/** The kinds of action and of path, by office.js's own numbers. */
export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 8 } as const;
export const PathType = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** "GetRange" → "getRange"; names with a leading underscore stay. */
export const memberName = (wireName: string): string => wireName.charAt(0).toLowerCase() + wireName.slice(1);
/** "getRange" → "GetRange". */
export const wireName = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);
