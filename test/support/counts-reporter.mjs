/** A reporter of Node's tests, in JSON: how many passed and failed, and how long each file took, in milliseconds. */
export default async function* counts(events) {
  const times = {};
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting === 0 && data.file) times[data.file] = (times[data.file] ?? 0) + data.details.duration_ms;
    if (data.details.type === 'suite' || data.skip !== undefined || data.todo !== undefined) continue;
    if (type === 'test:pass') passed++;
    else failed++;
  }
  yield JSON.stringify({ passed, failed, times });
}
