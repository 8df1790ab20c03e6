/**
 * Text that is filled and drawn around: how programs print bold where a font has none. The words of such a stretch carry
 * `stroked`, the width of the line in parts of the type's size; without it they are as they were.
 */
import type { Patch } from './patch.ts'

const FILE = 'pdf.worker.mjs'

export const STROKED: readonly Patch[] = [
  {
    file: FILE,
    find: 'class TextState {\n  ctm = new Float32Array(IDENTITY_MATRIX);',
    put: 'class TextState {\n  lineWidth = 1;\n  fillsAndStrokes = false;\n  ctm = new Float32Array(IDENTITY_MATRIX);',
  },
  {
    file: FILE,
    find: '          case OPS.setTextRise:\n            textState.textRise = args[0];\n            break;\n          case OPS.setHScale:\n            textState.textHScale',
    put: `          case OPS.setLineWidth:
            textState.lineWidth = args[0];
            break;
          case OPS.setTextRenderingMode:
            textState.fillsAndStrokes = args[0] === 2 || args[0] === 6;
            break;
          case OPS.setTextRise:
            textState.textRise = args[0];
            break;
          case OPS.setHScale:
            textState.textHScale`,
  },
  {
    file: FILE,
    find: '      const glyphs = font.charsToGlyphs(chars);\n      const scale = textState.fontMatrix[0] * textState.fontSize;',
    put: `      const stroked = textState.fillsAndStrokes ? strokeWidth() : 0;
      if (textContentItem.initialized && textContentItem.stroked !== stroked) flushTextContentItem();
      textContentItem.stroked = stroked;
      const glyphs = font.charsToGlyphs(chars);
      const scale = textState.fontMatrix[0] * textState.fontSize;`,
  },
  {
    file: FILE,
    find: '    function runBidiTransform(textChunk) {',
    put: `    function strokeWidth() {
      const trm = getCurrentTextTransform();
      const { ctm } = textState;
      return textState.lineWidth * Math.hypot(ctm[2], ctm[3]) / (Math.hypot(trm[2], trm[3]) || 1);
    }
    function runBidiTransform(textChunk) {`,
  },
  {
    file: FILE,
    find: '        fontName: textChunk.fontName,\n        hasEOL: textChunk.hasEOL\n      };',
    put: `        fontName: textChunk.fontName,
        hasEOL: textChunk.hasEOL,
        stroked: textChunk.stroked
      };`,
  },
]
