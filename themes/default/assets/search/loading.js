// How files are loaded and what fails is borne, and what is done while nothing is waited for.
const SHORT = 10; // milliseconds in which another small task is begun

/** A file of JSON, null where there is none. */
export async function loaded(address, cache) {
  const answer = await fetch(address, { cache });
  if (answer.ok) return answer.json();
  if (answer.status === 404) return null;
  throw new Error(address);
}

async function answered(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer;
}

/** The bytes of a file. */
export async function bytesOf(address) {
  return (await answered(address)).arrayBuffer();
}

/** What is loaded once, when it is first asked for; where that fails, whoever asks next tries again. */
export function once(load) {
  let loading;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

/** Of each key what is loaded once, when it is first asked for; where that fails, whoever asks next tries again. */
export function onceEach(load) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      const loading = load(key);
      loading.catch(() => known.delete(key));
      known.set(key, loading);
    }
    return known.get(key);
  };
}

/** A packed file, unpacked, as an answer to be read. */
export async function unpacked(address) {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter(); // in one piece, which is quicker than as a stream: the files are small
  const written = [writer.write(await bytesOf(address)), writer.close()];
  Promise.all(written).catch(() => {}); // whoever reads is told
  return new Response(readable);
}

/** What all of some promises bring; `partly` is whether null may stand for what cannot be loaded, unless that is everything. */
export async function allOf(promises, partly) {
  if (!partly) return Promise.all(promises);
  const settled = await Promise.allSettled(promises);
  if (settled.length && settled.every(({ status }) => status === "rejected")) throw settled[0].reason;
  return settled.map(({ value }) => value ?? null);
}

/** Do some small tasks in their order, while the browser has nothing else to do. */
export function whenIdle(tasks) {
  const left = [...tasks];
  const wait = globalThis.requestIdleCallback ?? setTimeout;
  const go = (deadline) => {
    do left.shift()();
    while (left.length && deadline?.timeRemaining() > SHORT);
    if (left.length) wait(go);
  };
  if (left.length) wait(go);
}
