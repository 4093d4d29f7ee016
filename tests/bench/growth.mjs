/** The power of the number with which a cost grows: the slope of the line through the logarithms, by least squares. */
export function exponentOf(points) {
  const logs = points.map(([count, cost]) => [Math.log(count), Math.log(cost)]);
  const mean = (place) => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return covariance / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
