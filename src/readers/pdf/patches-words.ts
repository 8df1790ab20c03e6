/**
 * Shortcuts where pdf.js puts letters together to words: what is done for every letter, without lists in between.
 */
import type { Patch } from './patch.ts'

const FILE = 'pdf.worker.mjs'

export const WORDS: readonly Patch[] = [
  {
    file: FILE,
    find: `            for (const item of args[0]) {
              if (typeof item === "string") {
                showSpacedTextBuffer.push(item);
              } else if (typeof item === "number" && item !== 0) {
                const str = showSpacedTextBuffer.join("");
                showSpacedTextBuffer.length = 0;
                buildTextContentItem({
                  chars: str,
                  extraSpacing: item * spaceFactor
                });
              }
            }
            if (showSpacedTextBuffer.length > 0) {
              const str = showSpacedTextBuffer.join("");
              showSpacedTextBuffer.length = 0;
              buildTextContentItem({
                chars: str,
                extraSpacing: 0
              });
            }`,
    put: `            let shown = null;
            for (let i = 0; i < args[0].length; i++) {
              const item = args[0][i];
              if (typeof item === "string") {
                shown = shown === null ? item : shown + item;
              } else if (typeof item === "number" && item !== 0) {
                showWord(shown ?? "", item * spaceFactor);
                shown = null;
              }
            }
            if (shown !== null) showWord(shown, 0);`,
  },
  {
    file: FILE,
    find: '    function buildTextContentItem({\n      chars,\n      extraSpacing\n    }) {',
    put: '    const buildTextContentItem = shown => showWord(shown.chars, shown.extraSpacing);\n    function showWord(chars, extraSpacing) {',
  },
  // Three times for every letter; the two that are only looked at are written over the ones before. Lists of fractions
  // alone are stored as such: hence the halves.
  {
    file: FILE,
    find: `    function getCurrentTextTransform() {
      const font = textState.font;
      const tsm = [textState.fontSize * textState.textHScale, 0, 0, textState.fontSize, 0, textState.textRise];`,
    put: `    let moved = false, spaced = false, apart = false;
    const here = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    const there = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    function getCurrentTextTransform(into = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]) {
      const font = textState.font;
      const s0 = textState.fontSize * textState.textHScale, s5 = textState.textRise;
      let s3 = textState.fontSize;`,
  },
  {
    file: FILE,
    find: '          tsm[3] *= glyphHeight * textState.fontMatrix[3];\n        }\n      }\n      return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));\n    }\n    function ensureTextContentItem',
    put: `          s3 *= glyphHeight * textState.fontMatrix[3];
        }
      }
      const c = textState.ctm, t = textState.textMatrix;
      const t0 = t[0], t1 = t[1], t2 = t[2], t3 = t[3];
      const m0 = t0 * s0, m1 = t1 * s0, m2 = t2 * s3, m3 = t3 * s3, m4 = t2 * s5 + t[4], m5 = t3 * s5 + t[5];
      const c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3];
      into[0] = c0 * m0 + c2 * m1;
      into[1] = c1 * m0 + c3 * m1;
      into[2] = c0 * m2 + c2 * m3;
      into[3] = c1 * m2 + c3 * m3;
      into[4] = c0 * m4 + c2 * m5 + c[4];
      into[5] = c1 * m4 + c3 * m5 + c[5];
      return into;
    }
    function ensureTextContentItem`,
  },
  {
    file: FILE,
    find: '      const currentTransform = getCurrentTextTransform();\n      let posX',
    put: '      apart = moved && !spaced;\n      moved = spaced = false;\n      const currentTransform = getCurrentTextTransform(here);\n      let posX',
  },
  {
    file: FILE,
    find: 'textChunk.prevTransform = getCurrentTextTransform();',
    put: 'textChunk.prevTransform = getCurrentTextTransform(there);',
  },
  {
    file: FILE,
    find: '        str: " ",\n        dir: "ltr",\n        width,\n        height,\n        transform,',
    put: '        str: " ",\n        dir: "ltr",\n        width,\n        height,\n        transform: transform.slice(),',
  },
  // Words put beside others at a place of their own, without a blank between, may be another cell: they stay apart.
  {
    file: FILE,
    find: '          case OPS.moveText:\n            textState.translateTextLineMatrix',
    put: '          case OPS.moveText:\n            moved = true;\n            textState.translateTextLineMatrix',
  },
  {
    file: FILE,
    find: '          case OPS.setTextMatrix:\n            textState.setTextMatrix(args[0], args[1], args[2], args[3], args[4], args[5]);\n            textState.setTextLineMatrix(args[0], args[1], args[2], args[3], args[4], args[5]);\n            updateAdvanceScale',
    put: '          case OPS.setTextMatrix:\n            moved = true;\n            textState.setTextMatrix(args[0], args[1], args[2], args[3], args[4], args[5]);\n            textState.setTextLineMatrix(args[0], args[1], args[2], args[3], args[4], args[5]);\n            updateAdvanceScale',
  },
  {
    file: FILE,
    find: '          saveLastChar(" ");\n          continue;',
    put: '          saveLastChar(" ");\n          spaced = true;\n          continue;',
  },
  {
    file: FILE,
    find: '      if (textOrientation * textContentItem.spaceInFlowMin <= width && width <= textOrientation * textContentItem.spaceInFlowMax) {',
    put: '      if (textOrientation * textContentItem.spaceInFlowMin <= width && width <= textOrientation * textContentItem.spaceInFlowMax && !apart) {',
  },
  // Words without a letter that is written in another way, or from right to left, are as they stand.
  {
    file: FILE,
    find: `      let text = textChunk.str.join("");
      if (!disableNormalization) {
        text = normalizeUnicode(text);
      }
      const bidiResult = bidi(text, -1, textChunk.vertical);`,
    put: `      let text = textChunk.str.join("");
      const plain = !textChunk.vertical && isPlain(text);
      if (!disableNormalization && !plain) {
        text = normalizeUnicode(text);
      }
      const bidiResult = plain ? { str: text, dir: "ltr" } : bidi(text, -1, textChunk.vertical);`,
  },
  {
    file: FILE,
    find: 'function normalizeUnicode(str) {',
    put: `function isPlain(text) {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x37e ? code === 0xa0 || code === 0xb5 : code < 0x200b || code > 0x2122 || code === 0x202f) return false;
  }
  return true;
}
function normalizeUnicode(str) {`,
  },
  // A list of what was read is emptied without giving its memory away.
  {
    file: FILE,
    find: '      while (!(stop = timeSlotManager.check())) {\n        args.length = 0;\n        operation.args = args;\n        if (!preprocessor.read(operation)) {\n          break;\n        }\n        textState',
    put: `      while (!(stop = timeSlotManager.check())) {
        while (args.length > 0) args.pop();
        operation.args = args;
        if (!preprocessor.read(operation)) {
          break;
        }
        textState`,
  },
  // One letter or one pair of bytes is found by its number.
  {
    file: FILE,
    find: '  charsToGlyphs(chars) {\n    let glyphs = this.#charsCache.get(chars);\n    if (glyphs) {\n      return glyphs;\n    }',
    put: `  charsToGlyphs(chars) {
    const key = chars.length === 1 ? chars.charCodeAt(0) : chars.length === 2 ? (chars.charCodeAt(0) + 1) << 16 | chars.charCodeAt(1) : chars;
    let glyphs = this.#charsCache.get(key);
    if (glyphs) {
      return glyphs;
    }`,
  },
  { file: FILE, find: 'this.#charsCache.set(chars, glyphs);', put: 'this.#charsCache.set(key, glyphs);' },
]
