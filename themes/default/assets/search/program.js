// Pagefind's WebAssembly. Its script is not used: it loads one thing after another, unpacks in script what the browser can
// unpack, and starts the program anew for each part of an index.
const MARK = "pagefind_dcd"; // what Pagefind's files begin with, once unpacked

/** A packed file, unpacked. */
export async function unpacked(address, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(address);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** A file of Pagefind, unpacked, without the mark at its beginning. */
export async function ofPagefind(address, cache) {
  return new Uint8Array(await unpacked(address, cache), MARK.length);
}

/** Pagefind's program: texts and bytes in, lists out. */
class Program {
  constructor(exports) {
    this.exports = exports;
    exports.__wbindgen_start();
  }

  bytes(bytes) {
    const at = this.exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.exports.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  text(text) {
    return this.bytes(new TextEncoder().encode(text));
  }

  read([at, length]) {
    const text = new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, at >>> 0, length));
    this.exports.__wbindgen_free(at, length, 1);
    return JSON.parse(text);
  }
}

/** The program at an address, started. */
export async function started(address, cache) {
  let exports;
  const table = () => {
    const references = exports.__wbindgen_externrefs;
    const at = references.grow(4);
    references.set(0, undefined);
    [undefined, null, true, false].forEach((value, place) => references.set(at + place, value));
  };
  const imports = { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: table } };
  const { instance } = await WebAssembly.instantiate(await ofPagefind(address, cache), imports);
  exports = instance.exports;
  return new Program(exports);
}
