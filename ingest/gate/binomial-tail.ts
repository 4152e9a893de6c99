/** P(X ≥ k) for X binomial(n, p), by its log terms: exact for the n of a distinct sample. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  const odds = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let tail = k === 0 ? Math.exp(term) : 0;
  for (let i = 1; i <= n; i += 1) {
    term += Math.log(n - i + 1) - Math.log(i) + odds;
    if (i >= k) tail += Math.exp(term);
  }
  return Math.min(1, tail);
}
