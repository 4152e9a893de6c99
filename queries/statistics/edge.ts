/** The last value between `inside` and `outside` for which the test holds, by bisection. */
export function edge(inside: number, outside: number, holds: (value: number) => boolean): number {
  if (holds(outside)) return outside;
  let [near, far] = [inside, outside];
  for (let step = 0; step < 100; step += 1) {
    const middle = (near + far) / 2;
    if (holds(middle)) near = middle;
    else far = middle;
  }
  return near;
}
