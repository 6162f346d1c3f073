// Makes 00-dkfds.css and the two fonts: compile, keep what is used, colours as variables, lengths of a 16 px root.
// Run in a copy of this folder after `npm ci` (make theme does both); takes the theme's folder.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import * as sass from "sass";

const theme = process.argv[2];
const here = fileURLToPath(new URL(".", import.meta.url));
const dkfds = join(here, "node_modules", "dkfds");
const FONTS = join(dkfds, "src/fonts/IBMPlexSans/split/woff2");

// A rule stays only where every class in it is one of these, so that unused variants cost nobody anything.
const USED = new Set(`sr-only form-label form-hint form-input form-select alert alert-heading alert-text alert-info
  alert-warning alert-error alert-success badge badge-info badge-success badge-warning breadcrumbs breadcrumbs__list
  breadcrumbs__list-item breadcrumbs__link button button-primary button-secondary button-search button-group search
  skipnav tag table table--compact table--borderless`.split(/\s+/));
const UNUSED = /type=.?(?:range|file|number|reset|email|tel|url|password)|-spin-|-file-|#|readonly|progress/;

// Its colours are compiled in; as our variables they follow the reader's choice of light and dark.
const COLOURS = {
  "#1a1a1a": "--ink", "white": "--paper", "#f5f5f5": "--wash", "#dcdcdc": "--line", "#bfbfbf": "--line",
  "#8e8e8e": "--edge", "#707070": "--soft", "#454545": "--soft", "#004d99": "--accent", "#800080": "--accent",
  "#1b86c3": "--accent", "#e2f2fb": "--tint", "#358000": "--good", "#ddf7ce": "--good-wash", "#febb30": "--warn",
  "#ffeecc": "--note", "#cc0000": "--bad", "#ffe0e0": "--bad-wash",
};
const COLOUR = new RegExp(`(?<![\\w-])(?:${Object.keys(COLOURS).join("|")})(?![\\w-])`, "gi");
const PRIMARY = { "#454545": "--accent", "#1a1a1a": "--accent-strong", "white": "--accent-ink" };

const trim = (number) => String(Number(number.toFixed(4)));

function inOurTerms(declaration, selector) {
  const own = /button-primary/.test(selector) ? PRIMARY : {};
  declaration.value = declaration.value
    .replace(/^8px$/, (corner) => (/radius/.test(declaration.prop) ? "4px" : corner)) // our corners are 2 to 4 px
    .replace(COLOUR, (found) => `var(${own[found.toLowerCase()] ?? COLOURS[found.toLowerCase()]})`)
    // Its root is 62.5 %, ours is the reader's own size: 1.6rem there are 1rem here.
    .replace(/(-?[\d.]+)rem\b/g, (_, number) => `${trim(Number(number) * 0.625)}rem`);
}

function keepUsed(root) {
  root.walkRules((rule) => {
    if (rule.parent.type === "atrule" && /keyframes/.test(rule.parent.name)) return;
    const kept = rule.selectors.filter((one) => !UNUSED.test(one) && [...one.matchAll(/\.([\w-]+)/g)].every((found) => USED.has(found[1])));
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  root.walkDecls((declaration) => {
    // Icons of the system come as files by a path; ours are in our own layer. Motion is the browser's own.
    if (/url\(|^transition|-webkit-box|^-moz/.test(`${declaration.prop} ${declaration.value}`)) {
      if (!/appearance/.test(declaration.prop)) declaration.remove();
    } else inOurTerms(declaration, declaration.parent.selector ?? "");
  });
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => { if (!rule.nodes.length) rule.remove(); });
  root.walkAtRules((rule) => { if (rule.nodes && !rule.nodes.length) rule.remove(); });
}

async function copyFonts() {
  const fonts = join(theme, "assets", "fonts");
  await mkdir(fonts, { recursive: true });
  for (const weight of ["Regular", "SemiBold"]) {
    const name = `IBMPlexSans-${weight}-Latin1.woff2`;
    await copyFile(join(FONTS, name), join(fonts, `ibm-plex-sans-${weight.toLowerCase()}.woff2`)); // addresses are lower case
  }
  await copyFile(join(FONTS, "license.txt"), join(fonts, "ibm-plex-sans-licence.txt"));
}

const { version } = JSON.parse(await readFile(join(dkfds, "package.json")));
const settings = { loadPaths: [join(here, "node_modules")], quietDeps: true, logger: sass.Logger.silent };
const compiled = sass.compile(join(here, "dkfds.scss"), settings);
const root = postcss.parse(compiled.css);
keepUsed(root);
const about = `/* Det Fælles Designsystem, dkfds ${version}, the components that this theme uses. Made by \`make theme\`; do not edit.
   Copyright 2021 Danish Business Authority & Danish Agency for Digitisation, MIT: ../vendor/LICENSE-dkfds.md */`;
await writeFile(join(theme, "styles", "00-dkfds.css"), `${about}\n@layer dkfds {\n${root.toString().replace(/\n\s*\n/g, "\n")}\n}\n`);
await copyFile(join(dkfds, "LICENSE.md"), join(theme, "vendor", "LICENSE-dkfds.md"));
await copyFonts();
