/** One text for one JSON value, whatever the order of its keys: what two copies are compared by where their times agree. */

/** JSON of `value` with the keys of every object in code unit order; '' for what JSON cannot say (undefined). */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
