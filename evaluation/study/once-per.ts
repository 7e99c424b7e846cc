/**
 * The same function, worked out once for each first argument and forgotten with it; other further arguments are worked out anew.
 *
 * Use it for what several analyses of one comparison need and that costs a pass over everybody.
 */
export function oncePer<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const known = new WeakMap<Key, { readonly rest: Rest; readonly value: Value }>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before && rest.every((one, i) => one === before.rest[i])) return before.value;
    const value = make(key, ...rest);
    known.set(key, { rest, value });
    return value;
  };
}
