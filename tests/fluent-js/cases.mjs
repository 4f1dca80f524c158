// Generates .ftl files and prints @fluent/bundle's results, one line of JSON per file:
// node cases.mjs [COUNT] [SEED]
import { FluentBundle, FluentResource } from "@fluent/bundle";

const count = Number(process.argv[2] ?? 1000);
let state = Number(process.argv[3] ?? 1);

/** Returns a number below `limit` (xorshift32). */
function random(limit) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}
const pick = (list) => list[random(list.length)];

const TEXTS = ["text", "好", "Ünïcode", "a b", "’", "…", "x\n    y", "\n    好\n    友", "\n\n    z", " w "];
const LITERALS = ['{ "" }', '{ " " }', '{ "{" }', '{ "\\u597D" }', '{ "\\U01F44D" }', '{ "\\"" }', "{ 3 }", "{ 1.5 }"];
const VARIABLES = ["{ $code }", "{ $name }", "{ $who }", "{ $n }", "{{ $who }}"];
const REFERENCES = [
  ["{ -b }", '{ -b(x: "v") }', "{ -b(x: 1, y: 2) }", '{ -b("p", x: "v") }'],
  ["{ -a }", '{ -a(x: "v") }', '{ -a(x: "v", y: "w") }', "{{ -a(x: 5) }}"],
  ["{ n }", "{ n.k }"],
  ["{ m }", "{ m.k }", "{ error-success }", "{ nothing }", "{ -nothing }"],
];
const SELECTORS = ["$code", "$name", "$n", "$x", "$y", '"v"', "1"];
const TERM_SELECTORS = ["-b.k", '-b.k(x: "v")', '-a.k(x: "v", y: 1)'];

function part(level, depth) {
  const kind = random(10);
  if (kind < 3) return pick(TEXTS);
  if (kind < 4) return pick(LITERALS);
  if (kind < 5) return pick(VARIABLES);
  if (kind < 6) return level > 4 ? "{ $x }" : pick(["{ $x }", "{ $y }"]);
  if (kind < 8 && level > 0) return pick(REFERENCES[random(level)]);
  if (kind < 9 && depth > 0) {
    const selector = level > 0 && random(3) === 0 ? pick(TERM_SELECTORS.slice(0, level * 2)) : pick(SELECTORS);
    const variants = ["[v]", "[one]", "[56]", "[1]", "*[other]"].map(
      (key) => `\n    ${key} ${key.replace(/\W/g, "")}${part(level, depth - 1)}`,
    );
    return `{ ${selector} ->${variants.join("")}\n    }`;
  }
  return pick(TEXTS);
}

function pattern(level) {
  return Array.from({ length: 1 + random(3) }, () => part(level, 2)).join("");
}

function file() {
  const entries = [
    ["-b = b", "k", 0],
    ["-a = a", "k", 1],
    ["n = n", "k", 2],
    ["m = m", "k", 3],
    ["error-success =", "suggestion", 3],
    ["error-not-friend =", "suggestion", 3],
    ["error-is-friend =", "suggestion", 4],
    ["error-unknown =", "suggestion", 3],
  ];
  let text = "";
  for (const [id, attribute, level] of entries) {
    if (random(6) === 0) text += pick(["# A comment\n", "\n", "## Group\n\n", "### File\n\n", "broken {\n", "\t\n"]);
    text += `${id} ${pattern(level)}\n`;
    if (random(2) === 0) text += `    .${attribute} = ${pattern(level)}\n`;
  }
  return pick(["", "", "", "\ufeff"]) + (random(4) === 0 ? text.replaceAll("\n", "\r\n") : text);
}

const MESSAGES = [
  [0, "Success", "error-success"],
  [56, "NotFriend", "error-not-friend"],
  [60, "IsFriend", "error-is-friend"],
  [7, "Unknown", "error-unknown"],
];
const ARGUMENTS = [null, { who: "w", n: 1, x: "v", y: 2 }];

function resolve(bundle, value, args) {
  const errors = [];
  const text = bundle.formatPattern(value, args, errors);
  return { text, errors: errors.map(String) };
}

for (let index = 0; index < count; index++) {
  const source = file();
  const bundle = new FluentBundle("en", { useIsolating: false, functions: {} });
  bundle.addResource(new FluentResource(source.replace(/^\ufeff/, "").replaceAll("\r\n", "\n")));
  const texts = [];
  for (const [code, name, id] of MESSAGES) {
    const message = bundle.getMessage(id);
    for (const args of ARGUMENTS) {
      const given = { ...args, code, name };
      texts.push({
        code,
        args: args !== null,
        value: message?.value == null ? null : resolve(bundle, message.value, given),
        suggestion:
          message?.attributes?.suggestion == null
            ? null
            : resolve(bundle, message.attributes.suggestion, given),
      });
    }
  }
  console.log(JSON.stringify({ source, texts }));
}
