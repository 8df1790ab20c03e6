/**
 * Shortcuts in the lexer of pdf.js, which reads a page byte by byte: numbers and strings of the usual kind are taken
 * from the bytes in one go. Whatever is unusual goes the engine's own way, from where it began.
 */
import type { Patch } from './patch.ts'

export const LEXER: readonly Patch[] = [
  // several streams of one page in one piece
  {
    file: 'pdf.worker.mjs',
    find: '    this.parser = new Parser({\n      lexer: new Lexer(stream, EvaluatorPreprocessor.opMap),',
    put: `    if (stream instanceof StreamsSequenceStream && !(stream instanceof Stream)) {
      const { dict } = stream;
      stream = new Stream(stream.getBytes(), 0, 0, dict);
    }
    this.parser = new Parser({
      lexer: new Lexer(stream, EvaluatorPreprocessor.opMap),`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getString() {\n    let numParen = 1;',
    put: `  getString() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let text = "";
      for (let i = stream.pos; i < end; i++) {
        const byte = bytes[i];
        if (byte === 0x29) {
          stream.pos = i + 1;
          this.nextChar();
          return text;
        }
        if (byte === 0x28 || byte === 0x5c) break;
        text += String.fromCharCode(byte);
      }
    }
    let numParen = 1;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getHexString() {\n    const strBuf = this.strBuf;',
    put: `  getHexString() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let text = "";
      let first = toHexDigit(this.currentChar);
      for (let i = stream.pos; first >= 0 && i + 1 < end; i += 2) {
        const second = toHexDigit(bytes[i]);
        if (second < 0) break;
        text += String.fromCharCode(first << 4 | second);
        if (bytes[i + 1] === 0x3e) {
          stream.pos = i + 2;
          this.nextChar();
          return text;
        }
        first = toHexDigit(bytes[i + 1]);
      }
    }
    const strBuf = this.strBuf;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getNumber() {\n    let ch = this.currentChar;',
    put: `  getNumber() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let { pos } = stream;
      let next = this.currentChar;
      const isNegative = next === 0x2d;
      if (isNegative) next = pos < end ? bytes[pos++] : -1;
      let divide = 0;
      if (next === 0x2e) {
        divide = 10;
        next = pos < end ? bytes[pos++] : -1;
      }
      if (next >= 0x30 && next <= 0x39) {
        let value = next - 0x30;
        while (true) {
          next = pos < end ? bytes[pos++] : -1;
          if (next >= 0x30 && next <= 0x39) {
            if (divide !== 0) divide *= 10;
            value = value * 10 + (next - 0x30);
          } else if (next === 0x2e && divide === 0) divide = 1;
          else break;
        }
        if (next !== 0x2d) {
          stream.pos = pos;
          this.currentChar = next;
          if (divide !== 0) value /= divide;
          return isNegative ? -value : value;
        }
      }
    }
    let ch = this.currentChar;`,
  },
]
