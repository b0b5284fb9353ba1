/**
 * Student's t distribution, for intervals around a mean of few pupils.
 * Source of the method: the distribution as a regularised incomplete beta function, DLMF 8.17
 * (dlmf.nist.gov/8.17), its continued fraction 8.17.22 evaluated by the modified Lentz method.
 */

/** The value that |t| stays under in `confidence` of all cases: 2.776 for 4 degrees of freedom and 0.95. */
export function criticalT(degreesOfFreedom: number, confidence = 0.95): number {
  if (!(degreesOfFreedom > 0)) throw new RangeError('Degrees of freedom are more than nought.');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('Confidence lies between 0 and 1.');
  let [low, high] = [0, 1];
  while (within(high, degreesOfFreedom) < confidence) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-10 * high; step++) {
    const middle = (low + high) / 2;
    if (within(middle, degreesOfFreedom) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How much of the distribution lies between −t and t. */
const within = (t: number, df: number): number => 1 - incompleteBeta(df / (df + t * t), df / 2, 0.5);

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction settles quickly on this side only; the other side is its mirror.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return (front * betaFraction(x, a, b)) / a;
}

function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-30 ? 1e-30 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return fraction;
}

/** Natural logarithm of the gamma function for x > 0, by Stirling's series after shifting x upwards (DLMF 5.11.1). */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 12; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
