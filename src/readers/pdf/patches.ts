/**
 * Shortcuts in the source of pdf.js, put in while it is loaded: what it does for a screen is left out, what it does for
 * every letter is done without waste. The words and lines it finds stay the same.
 *
 * Each is a piece of text that stands once in exactly the release in package.json. Where one is not found none is put in:
 * the engine is then slower, and blind to letters made bold by a line, but not wrong.
 */
import type { Patch } from './patch.ts'
import { DRAWN } from './patches-drawn.ts'
import { LEXER } from './patches-lexer.ts'
import { STROKED } from './patches-stroked.ts'
import { WORDS } from './patches-words.ts'

/**
 * A document opened with `maxImageSize: 0` is never drawn ("light"): its operator lists hold only the lines, forms,
 * images and fonts, its images stay packed, and fonts with a map to Unicode are not rebuilt.
 */
const LIGHT = 'maxImageSize === 0'

export const PATCHES: readonly Patch[] = [
  ...LEXER,
  ...DRAWN,
  ...STROKED,
  ...WORDS,
  // The canvas takes longer to load than a small paper to read; who draws puts it in place before.
  { file: 'pdf.mjs', find: 'if (isNodeJS) {\n  let canvas;', put: 'if (false) {\n  let canvas;' },
  // Asking for it loads all of the network; Node has it.
  ...(['pdf.mjs', 'pdf.worker.mjs'] as const).map((file) => ({
    file,
    find: 'if (typeof Response.prototype.bytes !== "function") {',
    put: 'if (false) {',
  })),
  // Both ends of the port are in one thread: what is handed over need not be copied.
  {
    file: 'pdf.mjs',
    find: 'data: structuredClone(obj, transfer ? {\n        transfer\n      } : null)',
    put: 'data: obj',
  },
  { file: 'pdf.mjs', find: 'const TEXT_CONTENT_CHUNK_SIZE = 100;', put: 'const TEXT_CONTENT_CHUNK_SIZE = 1e4;' },
  {
    file: 'pdf.worker.mjs',
    find: 'sink.enqueue(textContent, length);',
    put: 'sink.enqueue({ ...textContent }, length);',
  },
  {
    file: 'pdf.worker.mjs',
    find: 'fnArray: this.fnArray,\n      argsArray: this.argsArray,\n      lastChunk,',
    put: 'fnArray: this.fnArray.slice(),\n      argsArray: this.argsArray.slice(),\n      lastChunk,',
  },
  {
    file: 'pdf.worker.mjs',
    find: 'separateAnnots,\n      length: this.length\n    }, 1, this._transfers);',
    put: 'separateAnnots,\n      length: this.length\n    }, 1);',
  },
  { file: 'pdf.worker.mjs', find: 'static CHUNK_SIZE = 1000;', put: 'static CHUNK_SIZE = 1e6;' },
  // A copied state with the old one as its prototype has a shape of its own, and every access to it is slow.
  {
    file: 'pdf.worker.mjs',
    find: 'const clone = Object.assign(Object.create(this), this);\n    clone.textMatrix',
    put: 'const clone = Object.assign(new TextState(), this);\n    clone.textMatrix',
  },
  {
    file: 'pdf.worker.mjs',
    find: 'const clone = Object.create(this);\n    if (newPath) {',
    put: 'const clone = Object.assign(new EvalState(), this);\n    if (newPath) {',
  },
  // A font that is known already needs no waiting.
  {
    file: 'pdf.worker.mjs',
    find: `            textState.fontSize = fontSizeArg;
            next(handleSetFont(fontNameArg, null));
            return;`,
    put: `            textState.fontSize = fontSizeArg;
            const knownFont = knownFonts.get(fontNameArg);
            if (knownFont) {
              useFont(knownFont);
              break;
            }
            next(handleSetFont(fontNameArg, null));
            return;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: `      const translated = await self.loadFont(fontName, fontRef, resources, task, null, null, seenRefs);
      textState.loadedName`,
    put: `      const translated = await self.loadFont(fontName, fontRef, resources, task, null, null, seenRefs);
      if (fontName !== null && !fontRef) {
        knownFonts.set(fontName, translated);
        drawn?.fonts.set(translated.loadedName, translated.font.name);
      }
      useFont(translated);
    }
    const knownFonts = new Map();
    function useFont(translated) {
      textState.loadedName`,
  },
  // A whole stream at once by zlib; one that is damaged is unpacked block by block as before.
  {
    file: 'pdf.worker.mjs',
    find: '  #readBlock() {\n    let buffer, len;\n    const str = this.stream;\n    let hdr = this.getBits(3);',
    put: `  #inflate() {
    const str = this.stream;
    if (!(str instanceof Stream) || !globalThis.inflateWhole) return false;
    const whole = globalThis.inflateWhole(str.bytes.subarray(str.pos - 2, str.end));
    if (!whole) return false;
    this.buffer = whole;
    this.bufferLength = whole.length;
    this.eof = true;
    return true;
  }
  #readBlock() {
    let buffer, len;
    const str = this.stream;
    if (this.bufferLength === 0 && this.codeSize === 0 && !this.tried) {
      this.tried = true;
      if (this.#inflate()) return;
    }
    let hdr = this.getBits(3);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: `    const {
      decompressed,
      compressed
    } = await this.asyncGetBytesFromDecompressionStream("deflate");`,
    put: `    this.stream.reset();
    const compressed = this.stream.isAsync && (await this.stream.asyncGetBytes()) || this.stream.getBytes();
    const decompressed = globalThis.inflateWhole?.(compressed);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: 'data = this.checkAndRepair(name, file, properties);',
    put: `if (evaluatorOptions.${LIGHT} && properties.hasIncludedToUnicodeMap) data = undefined;
          else data = this.checkAndRepair(name, file, properties);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '        let fn = operation.fn;\n        switch (fn | 0) {\n          case OPS.paintXObject:',
    put: `        let fn = operation.fn;
        if (light) {
          if (fn === OPS.setFont) {
            if (seenFonts.has(args[0]?.name)) continue;
            seenFonts.add(args[0]?.name);
          } else if (!LIGHT_OPS.has(fn)) continue;
        }
        switch (fn | 0) {
          case OPS.paintXObject:`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '    let markedContentLevel = 0;\n    function closePendingRestoreOPS(argument) {',
    put: `    let markedContentLevel = 0;
    const light = self.options.${LIGHT} && !self.parsingType3Font;
    const seenFonts = new Set();
    const LIGHT_OPS = self.lightOps ??= new Set([OPS.save, OPS.restore, OPS.transform, OPS.paintXObject, OPS.endInlineImage, OPS.setTextRenderingMode, OPS.moveTo, OPS.lineTo, OPS.curveTo, OPS.curveTo2, OPS.curveTo3, OPS.closePath, OPS.rectangle, OPS.stroke, OPS.closeStroke, OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke, OPS.endPath]);
    function closePendingRestoreOPS(argument) {`,
  },
  {
    file: 'pdf.worker.mjs',
    find: 'if (maxImageSize !== -1 && w * h > maxImageSize) {',
    put: `if (${LIGHT} && !this.parsingType3Font) {
      const isMask = dict.get("IM", "ImageMask") || false;
      if (!isMask || w * h > 1) operatorList.addOp(OPS.paintImageXObject, ["", w, h]);
      return;
    }
    if (maxImageSize !== -1 && w * h > maxImageSize) {`,
  },
]

/** The source with all patches; undefined if one has no place in it. As bytes: as text it would take five times as long. */
export function patched(source: Buffer, patches: readonly Patch[]): Buffer | undefined {
  const places = patches.map(({ find, put }) => ({ at: source.indexOf(find), length: Buffer.byteLength(find), put }))
  if (places.some(({ at }) => at < 0)) return undefined
  const parts: Buffer[] = []
  let from = 0
  for (const { at, length, put } of places.sort((a, b) => a.at - b.at)) {
    parts.push(source.subarray(from, at), Buffer.from(put))
    from = at + length
  }
  return Buffer.concat([...parts, source.subarray(from)])
}
