// Brings along the browser editor: Sveltia CMS, its Danish texts and its fonts, and the YAML library beside it.
// Run in a copy of this folder after `npm ci` (make theme does both); takes the theme's folder.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));
const sveltia = join(modules, "@sveltia/cms");
const editor = join(process.argv[2], "admin", "editor");
const { version } = JSON.parse(await readFile(join(sveltia, "package.json")));

// What it would fetch from elsewhere lies beside it, and more: [what stands there, what it becomes].
const FONTS = ["material-symbols-outlined", "noto-mono", "source-sans-3"];
const HERE = [
  [/\$\{\w+\}@\$\{\w+\}\/locales/, "editor"],
  [/https:\/\/unpkg\.com\/@sveltia\/cms/, "editor"],
  // A folder on this machine is the site's by its settings; whether git keeps it is for others to know.
  [/getDirectoryHandle\(`\.git`\)/, "getFileHandle(`site_config.yml`)"],
  ...FONTS.map((name) => [new RegExp(`https://cdn\\.jsdelivr\\.net/fontsource/fonts/${name}(:vf)?@[^)]*`), `editor/${name}.woff2`]),
];

/** Texts with ours in the place of theirs: what they have not translated, and plainer words for who does not know git. */
function merged(theirs, ours) {
  const both = { ...theirs };
  for (const [key, text] of Object.entries(ours)) both[key] = typeof text === "object" ? merged(theirs[key] ?? {}, text) : text;
  return both;
}

let script = await readFile(join(sveltia, "dist/sveltia-cms.js"), "utf8");
for (const [there, here] of HERE) {
  const found = script.match(new RegExp(there, "g"))?.length ?? 0;
  if (found !== 1) throw new Error(`${there} stands ${found} times in Sveltia CMS ${version}, not once; look at what changed`);
  script = script.replace(there, here);
}

await rm(editor, { recursive: true, force: true });
await mkdir(editor, { recursive: true });
await writeFile(join(editor, "sveltia-cms.js"), script);
await writeFile(join(editor, "package.json"), `${JSON.stringify({ version })}\n`); // it asks which version is the newest
const theirs = JSON.parse(await readFile(join(sveltia, "locales/da.json"), "utf8"));
const ours = JSON.parse(await readFile(new URL("editor-da.json", import.meta.url), "utf8"));
await writeFile(join(editor, "da.json"), JSON.stringify(merged(theirs, ours)));
await copyFile(join(sveltia, "schema/sveltia-cms.json"), join(process.argv[2], "vendor", "sveltia-cms-schema.json")); // for the tests
await copyFile(join(sveltia, "LICENSE.txt"), join(editor, "sveltia-cms-licence.txt"));
const assets = join(sveltia, "npm/assets");
for (const name of FONTS) {
  const font = (await readdir(assets)).find((file) => file.startsWith(name) && file.endsWith(".woff2"));
  await copyFile(join(assets, font), join(editor, `${name}.woff2`));
  await copyFile(join(assets, `${name}.LICENSE.txt`), join(editor, `${name}-licence.txt`));
}
await copyFile(join(modules, "js-yaml/dist/browser/js-yaml.umd.min.js"), join(editor, "js-yaml.js"));
await copyFile(join(modules, "js-yaml/LICENSE"), join(editor, "js-yaml-licence.txt"));
