/** Small dense matrices: means, covariances, their main axes, linear equations. */

/** Share of the covariance that is alike in all directions. */
const SHRINK = 0.2;

/** Adds `times` × `place` to `sum`. */
export function add(sum: Float64Array, place: Float32Array, times: number): void {
  for (let i = 0; i < sum.length; i++) (sum[i] as number) += times * (place[i] as number);
}

/** The mean of `places`; nothing but zeros for none. */
export function meanPlace(places: readonly Float32Array[], width: number): Float64Array {
  const out = new Float64Array(width);
  for (const place of places)
    for (let i = 0; i < width; i++) (out[i] as number) += (place[i] as number) / places.length;
  return out;
}

/** Shrunk covariance of `places`: a square matrix, row after row, of which only the lower triangle is filled. */
export function covariance(places: readonly Float32Array[], mean: Float64Array): Float64Array {
  const width = mean.length;
  const out = new Float64Array(width * width);
  const off = new Float64Array(width);
  const share = (1 - SHRINK) / Math.max(1, places.length);
  for (const place of places) {
    for (let i = 0; i < width; i++) off[i] = (place[i] as number) - (mean[i] as number);
    for (let i = 0; i < width; i++) {
      const own = share * (off[i] as number);
      const from = i * width;
      for (let j = 0; j <= i; j++) (out[from + j] as number) += own * (off[j] as number);
    }
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += out[i * width + i] as number;
  // a little even where no paper has a known term
  const alike = ((SHRINK / (1 - SHRINK)) * trace) / width + 1e-9;
  for (let i = 0; i < width; i++) (out[i * width + i] as number) += alike;
  return out;
}

/** The x of `matrix` × x = `right`, by Cholesky's factors; `matrix` as `covariance` gives it, and lost. */
export function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  const out = right.slice();
  const at = (row: number, column: number): number => matrix[row * width + column] as number;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      matrix[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
    for (let k = 0; k < i; k++) (out[i] as number) -= at(i, k) * (out[k] as number);
    (out[i] as number) /= at(i, i);
  }
  for (let i = width - 1; i >= 0; i--) {
    for (let k = i + 1; k < width; k++) (out[i] as number) -= at(k, i) * (out[k] as number);
    (out[i] as number) /= at(i, i);
  }
  return out;
}

/** Rounds after which the main axes hardly turn any more. */
const ROUNDS = 12;

const lengthOf = (axis: Float64Array): number => Math.sqrt(axis.reduce((sum, one) => sum + one * one, 0));

/** Less than this share of an axis is what rounding leaves of nothing. */
const NOTHING = 1e-9;

/** Orthonormal: each axis less what it has of those before it; one of which nothing is left becomes zeros. */
function straighten(axes: readonly Float64Array[]): void {
  axes.forEach((axis, at) => {
    const before = lengthOf(axis);
    for (const other of axes.slice(0, at)) {
      const part = axis.reduce((sum, one, i) => sum + one * (other[i] as number), 0);
      for (let i = 0; i < axis.length; i++) (axis[i] as number) -= part * (other[i] as number);
    }
    const length = lengthOf(axis);
    const by = length > NOTHING * before ? 1 / length : 0;
    for (let i = 0; i < axis.length; i++) (axis[i] as number) *= by;
  });
}

/** The `count` directions in which `places` lie farthest from nothing, orthonormal: subspace iteration (Bauer 1957). */
export function mainAxes(places: readonly Float32Array[], count: number, width: number): Float64Array[] {
  const squares = new Float64Array(width * width);
  for (const place of places)
    for (let i = 0; i < width; i++) {
      const own = place[i] as number;
      for (let j = 0; j < width; j++) (squares[i * width + j] as number) += own * (place[j] as number);
    }
  // any beginning does that is the same each time and lies along no axis
  let axes = Array.from({ length: count }, (_, a) =>
    Float64Array.from({ length: width }, (_, i) => Math.sin(1 + a + 1.7 * i * (a + 1))),
  );
  for (let round = 0; round < ROUNDS; round++) {
    axes = axes.map((axis) =>
      axis.map((_, i) => {
        let sum = 0;
        for (let j = 0; j < width; j++) sum += (squares[i * width + j] as number) * (axis[j] as number);
        return sum;
      }),
    );
    straighten(axes);
  }
  return axes;
}
