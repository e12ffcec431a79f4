// What the W3C's parser makes of a WebVTT file: its errors, and its cues with the tree of their text.
const { readFileSync } = require("node:fs");
const { WebVTTParser } = require("webvtt-parser");
const entities = require("webvtt-parser/html-entities.json");

const { errors, cues } = new WebVTTParser(entities).parse(readFileSync(process.argv[2], "utf8"), "captions");
const told = cues.map(({ startTime, endTime, tree }) => ({ startTime, endTime, children: tree.children }));
process.stdout.write(JSON.stringify({ errors, cues: told }));
