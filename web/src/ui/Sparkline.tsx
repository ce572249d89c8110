/** A run of figures as a line without axes; the figure beside it carries the meaning. */
export function Sparkline({ values, width = 84, height = 32 }: { values: number[]; width?: number; height?: number }) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, index) => [(index / (values.length - 1)) * width, height - ((value - low) / span) * height] as const);
  const last = points[points.length - 1];
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')} />
      {last && <circle cx={last[0]} cy={last[1]} r={3} />}
    </svg>
  );
}
