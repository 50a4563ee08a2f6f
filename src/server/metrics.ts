type Labels = Readonly<Record<string, string>>;

/** Counters and histograms in the text format that Prometheus reads. */
export interface Metrics {
  /** One more, or `by`. */
  count(name: string, labels?: Labels, by?: number): void;
  /** Seconds. */
  observe(name: string, labels: Labels, seconds: number): void;
  text(): string;
}

/** Upper ends of the buckets, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const shown = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`);
  return pairs.length ? `{${pairs.join(',')}}` : '';
};

interface Histogram {
  readonly labels: Labels;
  readonly counts: number[];
  count: number;
  sum: number;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  return {
    count(name, labels = {}, by = 1) {
      const series = counters.get(name) ?? new Map<string, number>();
      counters.set(name, series);
      const key = shown(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe(name, labels, seconds) {
      const series = histograms.get(name) ?? new Map<string, Histogram>();
      histograms.set(name, series);
      const key = shown(labels);
      const histogram = series.get(key) ?? { labels, counts: buckets.map(() => 0), count: 0, sum: 0 };
      series.set(key, histogram);
      buckets.forEach((end, i) => (histogram.counts[i]! += seconds <= end ? 1 : 0));
      histogram.count++;
      histogram.sum += seconds;
    },
    text() {
      const lines: string[] = [];
      for (const [name, series] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`);
      }
      for (const [name, series] of histograms) {
        lines.push(`# TYPE ${name} histogram`);
        for (const { labels, counts, count, sum } of series.values()) {
          buckets.forEach((end, i) => lines.push(`${name}_bucket${shown({ ...labels, le: String(end) })} ${counts[i]!}`));
          lines.push(`${name}_bucket${shown({ ...labels, le: '+Inf' })} ${count}`);
          lines.push(`${name}_sum${shown(labels)} ${sum}`, `${name}_count${shown(labels)} ${count}`);
        }
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
